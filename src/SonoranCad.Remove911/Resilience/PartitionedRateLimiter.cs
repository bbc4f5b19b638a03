using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// A sliding-window limit for each key, which also counts what it rejected: any client can fire events by the dozen, and
/// none may fill the log, the chat or the outbox.
/// </summary>
/// <param name="permitLimit">How many acquisitions of one key succeed in any window.</param>
/// <param name="window">The length of the window.</param>
internal sealed class PartitionedRateLimiter(int permitLimit, TimeSpan window)
{
    // Beyond this many keys, those without a recent success are forgotten.
    private const int MaxIdleKeys = 256;

    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    /// <summary>How many acquisitions of one key succeed in any window.</summary>
    public int PermitLimit { get; set; } = permitLimit;

    /// <summary>Takes a permit of <paramref name="key"/>, if one is left at <paramref name="now"/>.</summary>
    /// <param name="key">Who asks.</param>
    /// <param name="now">Time since the start.</param>
    /// <param name="suppressed">How many acquisitions failed since the last success.</param>
    public bool TryAcquire(string key, TimeSpan now, out int suppressed)
    {
        suppressed = 0;
        if (!_partitions.TryGetValue(key, out var partition))
        {
            RemoveIdle(now);
            _partitions[key] = partition = new Partition();
        }

        while (partition.AcquiredAt.Count > 0 && now - partition.AcquiredAt.Peek() >= window)
        {
            partition.AcquiredAt.Dequeue();
        }

        if (partition.AcquiredAt.Count >= PermitLimit)
        {
            partition.Suppressed++;
            return false;
        }

        suppressed = partition.Suppressed;
        partition.Suppressed = 0;
        partition.AcquiredAt.Enqueue(now);
        partition.LastAt = now;
        return true;
    }

    private void RemoveIdle(TimeSpan now)
    {
        if (_partitions.Count < MaxIdleKeys)
        {
            return;
        }

        var idle = new List<string>();
        foreach (var pair in _partitions)
        {
            if (now - pair.Value.LastAt >= window)
            {
                idle.Add(pair.Key);
            }
        }

        foreach (var key in idle)
        {
            _partitions.Remove(key);
        }
    }

    private sealed class Partition
    {
        public TimeSpan LastAt { get; set; }

        public Queue<TimeSpan> AcquiredAt { get; } = new();

        public int Suppressed { get; set; }
    }
}
