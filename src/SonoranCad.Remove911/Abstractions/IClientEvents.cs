namespace SonoranCad.Remove911.Abstractions;

/// <summary>The players' games, which hear events of this server.</summary>
internal interface IClientEvents
{
    /// <summary>Fires an event at one player's game; nothing happens where the player has left.</summary>
    /// <param name="source">The player's server id.</param>
    /// <param name="eventName">The event; where nothing handles it there, it vanishes.</param>
    /// <param name="args">Texts, numbers, lists, and dictionaries, which arrive as tables.</param>
    void Send(int source, string eventName, params object[] args);
}
