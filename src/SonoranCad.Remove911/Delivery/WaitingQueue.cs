namespace SonoranCad.Remove911.Delivery;

/// <summary>The outbox's waiting entries, in the order in which they go out.</summary>
internal sealed class WaitingQueue
{
    private readonly LinkedList<OutboxEntry> _entries = new();

    // Calls on which the CAD failed alone, in no order: each has a time of its own.
    private readonly LinkedList<OutboxEntry> _isolated = new();
    private bool _wasIsolated;

    public int Count => _entries.Count + _isolated.Count;

    /// <summary>When the next entry may go out as far as the queue is concerned; MaxValue if there is none.</summary>
    public TimeSpan NextDueAt => _entries.Count > 0 ? TimeSpan.Zero : NextIsolatedAt;

    private TimeSpan NextIsolatedAt => _isolated.Count == 0 ? TimeSpan.MaxValue : _isolated.Min(entry => entry.NextTryAt);

    public void Add(OutboxEntry entry) => _entries.AddLast(entry.Node);

    public void Remove(OutboxEntry entry) => entry.Node.List!.Remove(entry.Node);

    /// <summary>
    /// Takes the next batch: up to <paramref name="maxCount"/> entries from the head, a part of a split batch alone, and
    /// between two of those a call that failed alone and is due.
    /// </summary>
    public List<OutboxEntry> TakeBatch(int maxCount, TimeSpan now)
    {
        var batch = new List<OutboxEntry>();
        _wasIsolated = (_entries.Count == 0 || !_wasIsolated) && NextIsolatedAt <= now;
        if (_wasIsolated)
        {
            batch.Add(_isolated.First(entry => entry.NextTryAt <= now));
            Remove(batch[0]);
            return batch;
        }

        var part = _entries.First?.Value.Part;
        while (batch.Count < maxCount && _entries.First is { } node && node.Value.Part == part)
        {
            _entries.Remove(node);
            batch.Add(node.Value);
        }

        return batch;
    }

    /// <summary>Takes all entries.</summary>
    public List<OutboxEntry> TakeAll()
    {
        var all = _entries.Concat(_isolated).ToList();
        _entries.Clear();
        _isolated.Clear();
        return all;
    }

    /// <summary>Puts a batch back at the head, in its order.</summary>
    public void Requeue(IReadOnlyList<OutboxEntry> batch)
    {
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            if (batch[i].LoneFailures > 0)
            {
                _isolated.AddLast(batch[i].Node);
            }
            else
            {
                _entries.AddFirst(batch[i].Node);
            }
        }
    }

    /// <summary>Puts a call back that failed alone: from now on it shares no batch and waits for itself.</summary>
    public void Isolate(OutboxEntry entry, TimeSpan nextTryAt)
    {
        entry.LoneFailures++;
        entry.NextTryAt = nextTryAt;
        entry.Part = null;
        _isolated.AddLast(entry.Node);
    }

    /// <summary>Lets the calls that failed alone go out at once, because what they failed of may be fixed.</summary>
    public void RetryNow()
    {
        foreach (var entry in _isolated)
        {
            entry.NextTryAt = TimeSpan.Zero;
        }
    }

    /// <summary>
    /// Puts a batch back as two halves. Repeated splits find the call that makes it fail. The halves wait at the end, so that
    /// the calls of others go between.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cleared">How many requests have cleared calls so far.</param>
    public void Split(IReadOnlyList<OutboxEntry> batch, int cleared)
    {
        var family = batch[0].Part?.Family ?? new SplitFamily();
        var first = new BatchPart(family, cleared);
        var second = new BatchPart(family, cleared) { Sibling = first };
        first.Sibling = second;
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Part = i < batch.Count / 2 ? first : second;
            _entries.AddLast(batch[i].Node);
        }
    }

    /// <summary>Takes the waiting parts of a split batch.</summary>
    public List<OutboxEntry> TakeFamily(SplitFamily family)
    {
        var members = _entries.Where(entry => entry.Part?.Family == family).ToList();
        members.ForEach(Remove);
        return members;
    }

    /// <summary>Puts a split batch back at the end as a whole.</summary>
    public void AddWhole(IReadOnlyList<OutboxEntry> members, SplitFamily family, int cleared)
    {
        var whole = new BatchPart(family, cleared);
        foreach (var entry in members)
        {
            entry.Part = whole;
            _entries.AddLast(entry.Node);
        }
    }

    /// <summary>Lets the parts of split batches share batches again: the CAD failed on everything, not on one call.</summary>
    public void MergeParts()
    {
        foreach (var entry in _entries)
        {
            entry.Part = null;
        }
    }

    /// <summary>Updates <see cref="OutboxEntry.Position"/> of all entries.</summary>
    public void UpdatePositions()
    {
        var position = 0;
        foreach (var entry in _entries.Concat(_isolated))
        {
            entry.Position = ++position;
        }
    }
}
