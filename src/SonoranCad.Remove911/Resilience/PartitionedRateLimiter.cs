using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// Lets so many of each sender through in a stretch of time and counts the rest: any client can fire events by the dozen,
/// and none may fill the log, the chat or the outbox.
/// </summary>
internal sealed class PartitionedRateLimiter
{
    private const int MaxPartitions = 256;

    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);
    private readonly TimeSpan _window;

    /// <param name="permitLimit">How many of one sender pass in one window.</param>
    /// <param name="window">The stretch of time that the count belongs to, wherever it begins.</param>
    public PartitionedRateLimiter(int permitLimit, TimeSpan window)
    {
        PermitLimit = permitLimit;
        _window = window;
    }

    /// <summary>How many of one sender pass in any window.</summary>
    public int PermitLimit { get; set; }

    /// <summary>Whether one more of <paramref name="key"/> may pass at <paramref name="now"/>.</summary>
    /// <param name="key">Who caused it.</param>
    /// <param name="now">Time since the start, from the clock.</param>
    /// <param name="suppressed">How many were kept back since the last one that passed.</param>
    public bool TryAcquire(string key, TimeSpan now, out int suppressed)
    {
        suppressed = 0;
        if (!_partitions.TryGetValue(key, out var partition))
        {
            RemoveIdle(now);
            _partitions[key] = partition = new Partition();
        }

        while (partition.PermitTimes.Count > 0 && now - partition.PermitTimes.Peek() >= _window)
        {
            partition.PermitTimes.Dequeue();
        }

        if (partition.PermitTimes.Count >= PermitLimit)
        {
            partition.Suppressed++;
            return false;
        }

        suppressed = partition.Suppressed;
        partition.Suppressed = 0;
        partition.PermitTimes.Enqueue(now);
        partition.LastPermitAt = now;
        return true;
    }

    private void RemoveIdle(TimeSpan now)
    {
        if (_partitions.Count < MaxPartitions)
        {
            return;
        }

        var idle = new List<string>();
        foreach (var pair in _partitions)
        {
            if (now - pair.Value.LastPermitAt >= _window)
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
        public TimeSpan LastPermitAt { get; set; }

        public Queue<TimeSpan> PermitTimes { get; } = new();

        public int Suppressed { get; set; }
    }
}
