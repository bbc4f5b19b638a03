using System.Collections.Generic;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>One request's claim on its calls: answered once, when the last of them has ended.</summary>
internal sealed class Ticket
{
    private readonly int _count;
    private readonly List<int> _cleared = new();
    private readonly List<RemovalFailure> _failed = new();

    public Ticket(Requester requester, IReply reply, IReadOnlyList<int> callIds)
    {
        Requester = requester;
        Reply = reply;
        CallIds = callIds;
        _count = callIds.Count;
    }

    public Requester Requester { get; }

    public IReply Reply { get; }

    public IReadOnlyList<int> CallIds { get; }

    /// <summary>Whether the requester knows that the request waits.</summary>
    public bool WasTold { get; set; }

    public bool IsComplete => _cleared.Count + _failed.Count == _count;

    public void Cleared(int callId) => _cleared.Add(callId);

    public void Failed(int callId, Outcome outcome) => _failed.Add(new RemovalFailure(callId, outcome));

    public RemovalReport Report() => RemovalReport.Of(_cleared, _failed);
}
