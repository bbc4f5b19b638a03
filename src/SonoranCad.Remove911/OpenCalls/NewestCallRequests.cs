using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Who asked for the newest call, while its removal is pending and for seconds after: two people who mean the same call
/// must not clear two.
/// </summary>
internal sealed class NewestCallRequests(IClock clock) : IOutcomeListener
{
    private readonly Dictionary<int, List<NewestCallRequest>> _pending = new();
    private List<NewestCallRequest> _clearedFor = new();
    private int _clearedCallId;
    private TimeSpan _clearedAt;

    /// <summary>How long after a call was cleared somebody else's request for the newest one is taken to mean that call.</summary>
    public static TimeSpan JoinWindow { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Those who asked for the call before, while it is pending.</summary>
    public IReadOnlyList<NewestCallRequest> GetPending(int callId) =>
        _pending.TryGetValue(callId, out var requests) ? requests : Array.Empty<NewestCallRequest>();

    /// <summary>Adds a claim; false where its requester has one already, which says the same.</summary>
    public bool TryAdd(int callId, NewestCallRequest request)
    {
        if (!_pending.TryGetValue(callId, out var requests))
        {
            _pending[callId] = requests = new List<NewestCallRequest>();
        }

        if (requests.Exists(other => other.IsFrom(request.Requester)))
        {
            return false;
        }

        requests.Add(request);
        return true;
    }

    /// <summary>
    /// Whether the newest call was cleared for others a moment ago; asked again, the requester means what is the newest now.
    /// </summary>
    /// <param name="request">Who asks.</param>
    /// <param name="callId">The call that was cleared.</param>
    /// <param name="others">For whom.</param>
    public bool TryJoinCleared(NewestCallRequest request, out int callId, out IReadOnlyList<NewestCallRequest> others)
    {
        callId = _clearedCallId;
        others = _clearedFor;
        if (_clearedFor.Count == 0 || clock.Elapsed - _clearedAt >= JoinWindow || _clearedFor.Exists(other => other.IsFrom(request.Requester)))
        {
            return false;
        }

        _clearedFor = new List<NewestCallRequest>(_clearedFor) { request };
        return true;
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (!_pending.TryGetValue(entry.CallId, out var requests))
        {
            return;
        }

        _pending.Remove(entry.CallId);
        if (error is null)
        {
            _clearedFor = requests;
            _clearedCallId = entry.CallId;
            _clearedAt = clock.Elapsed;
        }
    }
}
