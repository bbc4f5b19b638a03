namespace SonoranCad.Remove911.Abstractions;

/// <summary>Events for the other resources of this server.</summary>
internal interface ILocalEvents
{
    /// <summary>Raises an event. Other resources' handlers run within the call, which may send requests of their own or throw.</summary>
    /// <param name="eventName">The event's name.</param>
    /// <param name="args">Texts, numbers and dictionaries; dictionaries arrive as tables.</param>
    void Raise(string eventName, params object[] args);
}
