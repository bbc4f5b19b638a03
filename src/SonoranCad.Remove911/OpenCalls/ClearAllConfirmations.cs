namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Remembers the calls that were counted for each requester until the requester confirms to clear them.</summary>
internal sealed class ClearAllConfirmations(AccountProvider accounts, IClock clock)
{
    private readonly Dictionary<string, CountedCalls> _pending = new(StringComparer.Ordinal);

    /// <summary>How long a count can be confirmed.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Forgets the requester's count, because the next confirmation is not about it.</summary>
    public void Cancel(Requester requester) => _pending.Remove(requester.Key);

    /// <summary>Remembers the calls that a requester has counted, and the words typed for it. Replaces an earlier count.</summary>
    public void Start(Requester requester, IEnumerable<int> callIds, string words)
    {
        foreach (var expired in _pending.Where(pair => IsExpired(pair.Value)).Select(pair => pair.Key).ToList())
            _pending.Remove(expired);

        _pending[requester.Key] = new CountedCalls(callIds.ToList(), words, accounts.Target, clock.Elapsed);
    }

    /// <summary>Takes the counted calls that are still open; null if the requester has no count or it has expired.</summary>
    public CountedCalls? Consume(Requester requester)
    {
        if (!_pending.TryGetValue(requester.Key, out var pending))
            return null;

        _pending.Remove(requester.Key);
        return IsExpired(pending) ? null : pending.Target == accounts.Target ? pending : pending with { CallIds = [] };
    }

    public void RemoveCall(int callId)
    {
        foreach (var pending in _pending.Values)
            pending.CallIds.Remove(callId);
    }

    private bool IsExpired(CountedCalls pending) => clock.Elapsed - pending.CountedAt >= Lifetime;
}

/// <summary>The open calls, newest first, that a requester has counted. The words are <c>from Jane</c> or the like.</summary>
internal sealed record CountedCalls(List<int> CallIds, string Words, CallTarget? Target, TimeSpan CountedAt);
