namespace SonoranCad.Remove911.Abstractions;

/// <summary>Events for the other resources of this server.</summary>
internal interface ILocalEvents
{
    /// <summary>
    /// Raises an event. Other resources' handlers run within the call: they may come back with requests of their own, and may
    /// throw.
    /// </summary>
    /// <param name="eventName">The event.</param>
    /// <param name="args">Texts, numbers and dictionaries, which arrive as tables.</param>
    void Raise(string eventName, params object[] args);
}
