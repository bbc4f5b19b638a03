namespace SonoranCad.Remove911.Resilience;

/// <summary>A sliding-window limit per key that counts rejections: no client may flood the log, chat or outbox.</summary>
internal sealed class PartitionedRateLimiter(int permitLimit, TimeSpan window)
{
    // From this many keys on, those without a success in the last window are removed.
    private const int MaxIdleKeys = 256;

    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

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
        return true;
    }

    private void RemoveIdle(TimeSpan now)
    {
        if (_partitions.Count >= MaxIdleKeys)
        {
            foreach (var idle in _partitions.Where(pair => pair.Value.AcquiredAt.All(at => now - at >= window)).ToList())
                _partitions.Remove(idle.Key);
        }
    }

    private sealed class Partition
    {
        public Queue<TimeSpan> AcquiredAt { get; } = new();
        public int Suppressed { get; set; }
    }
}
