namespace SonoranCad.Remove911.Abstractions;

/// <summary>Shows text to players.</summary>
internal interface IPlayerMessenger
{
    /// <summary>Shows a message as a notification or in the chat. Does nothing if the player (a server id) has left.</summary>
    void Show(int source, Phrase message, Tone tone);
}
