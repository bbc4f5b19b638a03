using System.Collections.Generic;
using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Delivery;

/// <summary>One accepted request: which calls, for whom, and the way back.</summary>
internal sealed class Removal
{
    public Removal(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        Requester = requester;
        CallIds = callIds;
        Reply = reply;
    }

    public Requester Requester { get; }

    public IReadOnlyList<int> CallIds { get; }

    public IReply Reply { get; }
}
