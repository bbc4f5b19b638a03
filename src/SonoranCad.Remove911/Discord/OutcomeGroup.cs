using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>The removals of one requester that ended in one tick in one way.</summary>
internal sealed class OutcomeGroup(Requester requester, RemovalError? error)
{
    public Requester Requester { get; } = requester;

    /// <summary>Why they were not cleared; null where they were.</summary>
    public RemovalError? Error { get; } = error;

    public List<int> CallIds { get; } = new();
}
