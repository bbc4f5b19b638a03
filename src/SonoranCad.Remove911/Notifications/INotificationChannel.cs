namespace SonoranCad.Remove911.Notifications;

/// <summary>One way to show text to a player.</summary>
internal interface INotificationChannel
{
    /// <summary>Shows a text, which is unescaped and may hold color codes. Does nothing if the player has left.</summary>
    void Show(int source, string text, Tone tone);
}
