namespace SonoranCad.Remove911.Notifications;

/// <summary>Shows text in the chat, which takes any length and several lines.</summary>
internal sealed class ChatChannel(IClientEvents clientEvents) : INotificationChannel
{
    public const string ResourceName = "chat";
    public const string EventName = "chat:addMessage";

    private static readonly int[] Green = { 102, 187, 106 };
    private static readonly int[] Amber = { 255, 167, 38 };
    private static readonly int[] Red = { 239, 83, 80 };
    private static readonly int[] Gray = { 189, 189, 189 };

    public void Show(int source, string text, Tone tone) => clientEvents.Send(source, EventName, new Dictionary<string, object>
    {
        ["color"] = tone switch { Tone.Success => Green, Tone.Warning => Amber, Tone.Error => Red, _ => Gray },
        ["multiline"] = true,
        ["args"] = new[] { Notifier.Title, text },
    });
}

/// <summary>One way to show text to a player.</summary>
internal interface INotificationChannel
{
    /// <summary>Shows a text, which is unescaped and may hold color codes. Does nothing if the player has left.</summary>
    void Show(int source, string text, Tone tone);
}
