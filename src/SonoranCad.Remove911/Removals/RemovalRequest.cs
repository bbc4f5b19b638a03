using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Removals;

/// <summary>One request's claim on its calls: answered once, when the last of them has ended.</summary>
internal sealed class RemovalRequest
{
    private readonly int _callCount;
    private List<int>? _cleared;
    private List<FailedRemoval>? _failed;

    public RemovalRequest(Requester requester, IReply reply, IReadOnlyList<int> callIds)
    {
        Requester = requester;
        Reply = reply;
        CallIds = callIds;
        _callCount = callIds.Count;
    }

    public Requester Requester { get; }

    public IReply Reply { get; }

    public IReadOnlyList<int> CallIds { get; }

    /// <summary>Whether the requester knows that the request waits.</summary>
    public bool WasNotified { get; set; }

    public bool IsComplete => (_cleared?.Count ?? 0) + (_failed?.Count ?? 0) == _callCount;

    /// <summary>Records the outcome of one call: cleared if <paramref name="error"/> is null.</summary>
    public void Record(int callId, RemovalError? error)
    {
        if (error is null)
        {
            (_cleared ??= new List<int>()).Add(callId);
        }
        else
        {
            (_failed ??= new List<FailedRemoval>()).Add(new FailedRemoval(callId, error));
        }
    }

    public RemovalReport CreateReport() => RemovalReport.Create(
        _cleared ?? (IReadOnlyList<int>)Array.Empty<int>(), _failed ?? (IReadOnlyList<FailedRemoval>)Array.Empty<FailedRemoval>());
}
