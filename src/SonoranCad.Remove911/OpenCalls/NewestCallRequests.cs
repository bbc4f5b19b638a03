namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Remembers who asked to clear the newest call, because two people who mean the same call must not clear two.</summary>
/// <param name="clock">Ends <see cref="JoinWindow"/>.</param>
/// <param name="target">Returns whose calls the ids mean now; null if there never was an account.</param>
internal sealed class NewestCallRequests(IClock clock, Func<CallTarget?> target) : IOutcomeListener
{
    private readonly Dictionary<EntryKey, List<NewestCallRequest>> _pending = new();

    // For whom the last call was cleared. The list is replaced, never changed, because callers may still read the old one.
    private List<NewestCallRequest> _clearedFor = new();
    private EntryKey _cleared;
    private TimeSpan _clearedAt;

    /// <summary>For how long after a call was cleared somebody else's request for the newest call means that call.</summary>
    public static TimeSpan JoinWindow { get; } = TimeSpan.FromSeconds(3);

    /// <summary>The earlier requests for the call while its removal is pending.</summary>
    public IReadOnlyList<NewestCallRequest> GetPending(int callId) =>
        _pending.TryGetValue(new EntryKey(callId, target()), out var requests) ? requests : [];

    /// <summary>Adds a request; false if its requester already has one for the call.</summary>
    public bool TryAdd(int callId, NewestCallRequest request)
    {
        var key = new EntryKey(callId, target());
        var requests = _pending.TryGetValue(key, out var known) ? known : _pending[key] = new List<NewestCallRequest>();
        var isNew = !requests.Exists(other => other.IsFrom(request.Requester));
        if (isNew)
            requests.Add(request);

        return isNew;
    }

    /// <summary>Whether the newest call was just cleared for others; false once the requester has been told so.</summary>
    public bool TryJoinCleared(NewestCallRequest request, out int callId, out IReadOnlyList<NewestCallRequest> others)
    {
        callId = _cleared.CallId;
        others = _clearedFor;
        if (_clearedFor.Count == 0 || _cleared.Target != target() || clock.Elapsed - _clearedAt >= JoinWindow || _clearedFor.Exists(other => other.IsFrom(request.Requester)))
            return false;

        _clearedFor = new List<NewestCallRequest>(_clearedFor) { request };
        return true;
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        var key = new EntryKey(entry.CallId, entry.Target ?? target());
        if (!_pending.TryGetValue(key, out var requests))
            return;

        _pending.Remove(key);
        if (error is null)
        {
            _clearedFor = requests;
            _cleared = key;
            _clearedAt = clock.Elapsed;
        }
    }
}

/// <summary>A request to clear the newest call.</summary>
internal sealed record NewestCallRequest(Requester Requester, IReply Reply)
{
    public bool IsFrom(Requester requester) => Requester.Key == requester.Key;
}
