namespace SonoranCad.Remove911.Delivery;

/// <summary>The outbox's waiting entries, in the order in which they go out.</summary>
internal sealed class WaitingQueue
{
    private readonly LinkedList<OutboxEntry> _entries = new();
    private int _lastSplitGroup;

    public int Count => _entries.Count;

    public void Add(OutboxEntry entry) => _entries.AddLast(entry.Node);

    public void Remove(OutboxEntry entry) => _entries.Remove(entry.Node);

    /// <summary>Takes up to <paramref name="maxCount"/> entries from the head; a part of a split batch goes alone.</summary>
    public List<OutboxEntry> TakeBatch(int maxCount)
    {
        var batch = new List<OutboxEntry>();
        var splitGroup = _entries.First?.Value.SplitGroup ?? 0;
        while (batch.Count < maxCount && _entries.First is { } node && node.Value.SplitGroup == splitGroup)
        {
            _entries.Remove(node);
            batch.Add(node.Value);
        }

        return batch;
    }

    /// <summary>Puts a batch back at the head, in its order.</summary>
    public void Requeue(IReadOnlyList<OutboxEntry> batch)
    {
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            _entries.AddFirst(batch[i].Node);
        }
    }

    /// <summary>Puts an entry back at the end, where it may join a batch with others again.</summary>
    public void MoveToBack(OutboxEntry entry)
    {
        entry.SplitGroup = 0;
        _entries.AddLast(entry.Node);
    }

    /// <summary>Puts a batch back at the head as two halves. Repeated splits isolate the call that makes it fail.</summary>
    public void Split(IReadOnlyList<OutboxEntry> batch)
    {
        var half = batch.Count / 2;
        _lastSplitGroup += 2;
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].SplitGroup = i < half ? _lastSplitGroup - 1 : _lastSplitGroup;
        }

        Requeue(batch);
    }

    /// <summary>Updates <see cref="OutboxEntry.Position"/> of all entries.</summary>
    public void UpdatePositions()
    {
        var position = 0;
        foreach (var entry in _entries)
        {
            entry.Position = ++position;
        }
    }

    public List<OutboxEntry> GetExpired(TimeSpan now) => _entries.Where(entry => entry.Deadline <= now).ToList();
}
