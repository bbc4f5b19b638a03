using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The calls that were counted for somebody who may confirm that all of them shall be cleared.</summary>
internal sealed class ClearAllConfirmations(IClock clock)
{
    private readonly Dictionary<string, CountedCalls> _pending = new(StringComparer.Ordinal);

    /// <summary>How long a count may be confirmed.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Remembers what was counted for the requester; an earlier count is void.</summary>
    public void Start(Requester requester, IEnumerable<int> callIds)
    {
        foreach (var expired in _pending.Where(pair => IsExpired(pair.Value)).Select(pair => pair.Key).ToList())
        {
            _pending.Remove(expired);
        }

        _pending[requester.Key] = new CountedCalls(callIds.ToList(), clock.Elapsed);
    }

    /// <summary>
    /// Takes the requester's count: the calls that were counted, but for those that are known to be gone since. Null where
    /// there is none, or it is too old.
    /// </summary>
    public IReadOnlyList<int>? Consume(Requester requester)
    {
        var key = requester.Key;
        if (!_pending.TryGetValue(key, out var pending))
        {
            return null;
        }

        _pending.Remove(key);
        return IsExpired(pending) ? null : pending.CallIds;
    }

    public void RemoveCall(int callId)
    {
        foreach (var pending in _pending.Values)
        {
            pending.CallIds.Remove(callId);
        }
    }

    private bool IsExpired(CountedCalls pending) => clock.Elapsed - pending.CountedAt >= Lifetime;

    private sealed class CountedCalls(List<int> callIds, TimeSpan countedAt)
    {
        public List<int> CallIds { get; } = callIds;

        public TimeSpan CountedAt { get; } = countedAt;
    }
}
