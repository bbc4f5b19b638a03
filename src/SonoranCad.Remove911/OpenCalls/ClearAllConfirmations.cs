namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Remembers the calls that were counted for each requester until the requester confirms to clear them.</summary>
internal sealed class ClearAllConfirmations(AccountProvider accounts, IClock clock)
{
    private readonly Dictionary<string, CountedCalls> _pending = new(StringComparer.Ordinal);

    /// <summary>How long a count can be confirmed.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Remembers the calls that were counted for the requester. Replaces an earlier count.</summary>
    public void Start(Requester requester, IEnumerable<int> callIds)
    {
        foreach (var expired in _pending.Where(pair => IsExpired(pair.Value)).Select(pair => pair.Key).ToList())
        {
            _pending.Remove(expired);
        }

        _pending[requester.Key] = new CountedCalls(callIds.ToList(), accounts.Target, clock.Elapsed);
    }

    /// <summary>Takes the counted calls that are still open; null if the requester has no count or it has expired.</summary>
    public IReadOnlyList<int>? Consume(Requester requester)
    {
        var key = requester.Key;
        if (!_pending.TryGetValue(key, out var pending))
        {
            return null;
        }

        _pending.Remove(key);
        return IsExpired(pending) ? null : pending.Target == accounts.Target ? pending.CallIds : [];
    }

    public void RemoveCall(int callId)
    {
        foreach (var pending in _pending.Values)
        {
            pending.CallIds.Remove(callId);
        }
    }

    private bool IsExpired(CountedCalls pending) => clock.Elapsed - pending.CountedAt >= Lifetime;

    private sealed record CountedCalls(List<int> CallIds, CallTarget? Target, TimeSpan CountedAt);
}
