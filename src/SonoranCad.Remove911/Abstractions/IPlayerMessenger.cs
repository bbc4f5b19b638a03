using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Abstractions;

/// <summary>Shows text to players.</summary>
internal interface IPlayerMessenger
{
    /// <summary>Shows a message as a notification or in the chat. Does nothing if the player has left.</summary>
    /// <param name="source">The player's server id.</param>
    /// <param name="message">What to show.</param>
    /// <param name="tone">Decides the color or the notification's type.</param>
    void Show(int source, Phrase message, Tone tone);
}
