namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Remembers who asked to clear the newest call, because two people who mean the same call must not clear two.</summary>
internal sealed class NewestCallRequests(IClock clock) : IOutcomeListener
{
    // By call id.
    private readonly Dictionary<int, List<NewestCallRequest>> _pending = new();

    // For whom the last call was cleared. The list is replaced, never changed, because callers may still read the old one.
    private List<NewestCallRequest> _clearedFor = new();
    private int _clearedCallId;
    private TimeSpan _clearedAt;

    /// <summary>For how long after a call was cleared somebody else's request for the newest call means that call.</summary>
    public static TimeSpan JoinWindow { get; } = TimeSpan.FromSeconds(3);

    /// <summary>The earlier requests for the call while its removal is pending.</summary>
    public IReadOnlyList<NewestCallRequest> GetPending(int callId) =>
        _pending.TryGetValue(callId, out var requests) ? requests : [];

    /// <summary>Adds a request; false if its requester already has one for the call.</summary>
    public bool TryAdd(int callId, NewestCallRequest request)
    {
        var requests = _pending.TryGetValue(callId, out var known) ? known : _pending[callId] = new List<NewestCallRequest>();
        var isNew = !requests.Exists(other => other.IsFrom(request.Requester));
        if (isNew)
            requests.Add(request);

        return isNew;
    }

    /// <summary>Whether the newest call was just cleared for others; false once the requester has been told so.</summary>
    public bool TryJoinCleared(NewestCallRequest request, out int callId, out IReadOnlyList<NewestCallRequest> others)
    {
        callId = _clearedCallId;
        others = _clearedFor;
        if (_clearedFor.Count == 0 || clock.Elapsed - _clearedAt >= JoinWindow || _clearedFor.Exists(other => other.IsFrom(request.Requester)))
            return false;

        _clearedFor = new List<NewestCallRequest>(_clearedFor) { request };
        return true;
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (!_pending.TryGetValue(entry.CallId, out var requests))
            return;

        _pending.Remove(entry.CallId);
        if (error is null)
        {
            _clearedFor = requests;
            _clearedCallId = entry.CallId;
            _clearedAt = clock.Elapsed;
        }
    }
}

/// <summary>A request to clear the newest call.</summary>
internal sealed record NewestCallRequest(Requester Requester, IReply Reply)
{
    public bool IsFrom(Requester requester) => Requester.Key == requester.Key;
}
