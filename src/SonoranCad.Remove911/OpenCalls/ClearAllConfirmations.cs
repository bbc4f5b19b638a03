using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The calls that were counted for somebody who may confirm that all of them shall be cleared.</summary>
internal sealed class ClearAllConfirmations
{
    private readonly IClock _clock;
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <param name="board">Tells which calls are no longer open.</param>
    /// <param name="clock">The time.</param>
    public ClearAllConfirmations(OpenCallCache board, IClock clock)
    {
        _clock = clock;
        board.Closed += Forget;
    }

    /// <summary>How long a count may be confirmed.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Remembers what was counted for the requester; an earlier count is void.</summary>
    public void Begin(Requester requester, IEnumerable<int> callIds)
    {
        foreach (var old in _counts.Where(pair => IsOver(pair.Value)).Select(pair => pair.Key).ToList())
        {
            _counts.Remove(old);
        }

        _counts[RequesterKey.Of(requester)] = new Count(callIds.ToList(), _clock.Elapsed);
    }

    /// <summary>
    /// Takes the requester's count: the calls that were counted, but for those that are known to be gone since. Null where
    /// there is none, or it is too old.
    /// </summary>
    public IReadOnlyList<int>? Take(Requester requester)
    {
        var key = RequesterKey.Of(requester);
        if (!_counts.TryGetValue(key, out var count))
        {
            return null;
        }

        _counts.Remove(key);
        return IsOver(count) ? null : count.CallIds;
    }

    private void Forget(int callId)
    {
        foreach (var count in _counts.Values)
        {
            count.CallIds.Remove(callId);
        }
    }

    private bool IsOver(Count count) => _clock.Elapsed - count.At >= Time;

    private sealed class Count
    {
        public Count(List<int> callIds, TimeSpan at)
        {
            CallIds = callIds;
            At = at;
        }

        public List<int> CallIds { get; }

        public TimeSpan At { get; }
    }
}
