using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>The removals of one requester that ended in one tick in one way.</summary>
internal sealed class OutcomeGroup
{
    public OutcomeGroup(Requester requester, RemovalError? failure)
    {
        Requester = requester;
        Failure = failure;
    }

    public Requester Requester { get; }

    /// <summary>Why they were not cleared; null where they were.</summary>
    public RemovalError? Failure { get; }

    public List<int> CallIds { get; } = new();
}
