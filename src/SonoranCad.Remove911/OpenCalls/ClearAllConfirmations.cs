namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Remembers the calls that were counted for each requester until the requester confirms to clear them.</summary>
internal sealed class ClearAllConfirmations(AccountProvider accounts, IClock clock)
{
    private readonly Dictionary<string, CountedCalls> _pending = new(StringComparer.Ordinal);

    /// <summary>How long a count can be confirmed.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Forgets the requester's count, because the next confirmation is not about it.</summary>
    public void Cancel(Requester requester) => _pending.Remove(requester.Key);

    /// <summary>Remembers the calls that were counted for the requester. Replaces an earlier count.</summary>
    /// <param name="requester">Who may confirm it.</param>
    /// <param name="callIds">The counted calls.</param>
    /// <param name="words">What the requester typed after the command's name.</param>
    public void Start(Requester requester, IEnumerable<int> callIds, string words)
    {
        foreach (var expired in _pending.Where(pair => IsExpired(pair.Value)).Select(pair => pair.Key).ToList())
            _pending.Remove(expired);

        _pending[requester.Key] = new CountedCalls(callIds.ToList(), words, accounts.Target, clock.Elapsed);
    }

    /// <summary>Takes the counted calls that are still open; null if the requester has no count or it has expired.</summary>
    public CountedCalls? Consume(Requester requester)
    {
        var key = requester.Key;
        if (!_pending.TryGetValue(key, out var pending))
            return null;

        _pending.Remove(key);
        return IsExpired(pending) ? null : pending.Target == accounts.Target ? pending : pending with { CallIds = [] };
    }

    public void RemoveCall(int callId)
    {
        foreach (var pending in _pending.Values)
            pending.CallIds.Remove(callId);
    }

    private bool IsExpired(CountedCalls pending) => clock.Elapsed - pending.CountedAt >= Lifetime;
}

/// <summary>Calls that a requester has counted, to clear them with the next command.</summary>
/// <param name="CallIds">Those of them that are still open, the newest first.</param>
/// <param name="Words">What was typed after the command's name, such as <c>from Jane</c>.</param>
/// <param name="Target">Where the calls belong.</param>
/// <param name="CountedAt">When they were counted.</param>
internal sealed record CountedCalls(List<int> CallIds, string Words, CallTarget? Target, TimeSpan CountedAt);
