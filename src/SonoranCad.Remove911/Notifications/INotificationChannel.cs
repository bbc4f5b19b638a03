using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Notifications;

/// <summary>One way to show a player a line.</summary>
internal interface INotificationChannel
{
    /// <summary>Shows it; nothing happens where the player has left.</summary>
    /// <param name="source">The player's server id.</param>
    /// <param name="text">The line in the server's language, as it would stand in the chat.</param>
    /// <param name="tone">How it is meant.</param>
    void Show(int source, string text, Tone tone);
}
