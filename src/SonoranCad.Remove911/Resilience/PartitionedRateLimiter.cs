namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// A sliding-window limit per key, which also counts what it rejects: any client can flood the server with events, and none
/// may flood the log, the chat or the outbox.
/// </summary>
internal sealed class PartitionedRateLimiter(int permitLimit, TimeSpan window)
{
    // From this many keys on, those without a success in the last window are removed.
    private const int MaxIdleKeys = 256;

    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    /// <summary>The most permits of one key in any window.</summary>
    public int PermitLimit { get; set; } = permitLimit;

    /// <summary>Takes a permit, if one is left; <paramref name="suppressed"/> counts the rejections since the last one.</summary>
    public bool TryAcquire(string key, TimeSpan now, out int suppressed)
    {
        suppressed = 0;
        if (!_partitions.TryGetValue(key, out var partition))
        {
            RemoveIdle(now);
            _partitions[key] = partition = new Partition();
        }

        while (partition.AcquiredAt.Count > 0 && now - partition.AcquiredAt.Peek() >= window)
            partition.AcquiredAt.Dequeue();

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
        if (_partitions.Count >= MaxIdleKeys)
        {
            foreach (var idle in _partitions.Where(pair => now - pair.Value.LastAt >= window).ToList())
                _partitions.Remove(idle.Key);
        }
    }

    private sealed class Partition
    {
        public TimeSpan LastAt { get; set; }

        public Queue<TimeSpan> AcquiredAt { get; } = new();

        public int Suppressed { get; set; }
    }
}
