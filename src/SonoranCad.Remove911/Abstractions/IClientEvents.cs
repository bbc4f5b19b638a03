namespace SonoranCad.Remove911.Abstractions;

/// <summary>Events for the game clients of the players.</summary>
internal interface IClientEvents
{
    /// <summary>Sends an event to one player's client. Does nothing if the player has left.</summary>
    /// <param name="source">The player's server id.</param>
    /// <param name="eventName">The event. The client ignores it if nothing handles it there.</param>
    /// <param name="args">Texts, numbers, lists and dictionaries; dictionaries arrive as tables.</param>
    void Send(int source, string eventName, params object[] args);
}
