using System.Collections.Generic;

namespace SonoranCad.Remove911.Removals;

/// <summary>Local server events, for other resources.</summary>
internal interface IOutcomeEvents
{
    /// <summary>
    /// Tells that a call was cleared. Other resources' handlers run within the call and may come back with requests of
    /// their own.
    /// </summary>
    void RaiseCleared(int callId, IReadOnlyDictionary<string, object> requester);

    /// <summary>Tells that a call was not cleared, and why; see <see cref="RaiseCleared"/>.</summary>
    void RaiseFailed(int callId, RemovalError error, IReadOnlyDictionary<string, object> requester);
}
