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

    /// <summary>Takes entries from the head; a part of a split batch alone; in between, a due call that failed alone.</summary>
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

    public List<OutboxEntry> TakeAll()
    {
        var all = _entries.Concat(_isolated).ToList();
        _entries.Clear();
        _isolated.Clear();
        return all;
    }

    /// <summary>Puts a batch back in its order: at the head, or at the end.</summary>
    public void Requeue(IReadOnlyList<OutboxEntry> batch, bool isLast = false)
    {
        foreach (var entry in isLast ? batch : batch.Reverse())
        {
            if (entry.LoneFailures > 0)
                _isolated.AddLast(entry.Node);
            else if (isLast)
                _entries.AddLast(entry.Node);
            else
                _entries.AddFirst(entry.Node);
        }
    }

    /// <summary>Puts back a call that failed alone: from now on it shares no batch and has a delay of its own.</summary>
    public void Isolate(OutboxEntry entry, TimeSpan nextTryAt)
    {
        entry.LoneFailures++;
        entry.NextTryAt = nextTryAt;
        entry.Part = null;
        _isolated.AddLast(entry.Node);
    }

    /// <summary>Lets the calls that failed alone go out at once, because the cause may be fixed.</summary>
    public void RetryNow()
    {
        foreach (var entry in _isolated)
            entry.NextTryAt = TimeSpan.Zero;
    }

    /// <summary>Puts a batch back as two halves, at the end: repeated splits find the call that makes it fail, and others' calls go between.</summary>
    public void Split(IReadOnlyList<OutboxEntry> batch, SplitFamily? family = null)
    {
        family ??= batch[0].Part?.Family ?? new SplitFamily();
        var (first, second) = (new BatchPart(family), new BatchPart(family));
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Part = i < batch.Count / 2 ? first : second;
            _entries.AddLast(batch[i].Node);
        }
    }

    public List<OutboxEntry> TakeFamily(SplitFamily family)
    {
        var members = _entries.Where(entry => entry.Part?.Family == family).ToList();
        members.ForEach(Remove);
        return members;
    }

    /// <summary>Lets the parts of failed batches share batches again: the CAD failed on everything, not on one call.</summary>
    public void MergeParts()
    {
        foreach (var entry in _entries)
            entry.Part = entry.Part is { Family.IsRefused: true } ? entry.Part : null;
    }

    public void UpdatePositions()
    {
        var position = 0;
        foreach (var entry in _entries.Concat(_isolated))
            entry.Position = ++position;
    }
}
