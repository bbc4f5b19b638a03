namespace SonoranCad.Remove911.Delivery;

/// <summary>Returns entries in the order of their deadlines.</summary>
internal sealed class ExpiryQueue
{
    // Most deadlines are the latest so far, and a list is cheaper than a sorted set.
    private readonly LinkedList<OutboxEntry> _inOrder = new();
    private readonly SortedSet<OutboxEntry> _others = new(
        Comparer<OutboxEntry>.Create((x, y) => (x.Deadline, x.DeadlineOrder).CompareTo((y.Deadline, y.DeadlineOrder))));

    private int _lastOrder;

    public TimeSpan NextDeadline => Next?.Deadline ?? TimeSpan.MaxValue;

    private OutboxEntry? Next =>
        _inOrder.First?.Value is { } first && !(_others.Min?.Deadline < first.Deadline) ? first : _others.Min;

    public void Set(OutboxEntry entry, TimeSpan deadline)
    {
        Remove(entry);
        entry.Deadline = deadline;
        if (_inOrder.Last?.Value.Deadline > deadline)
        {
            entry.DeadlineOrder = ++_lastOrder;
            _others.Add(entry);
            return;
        }

        _inOrder.AddLast(entry.DeadlineNode);
    }

    public void Remove(OutboxEntry entry)
    {
        entry.DeadlineNode.List?.Remove(entry.DeadlineNode);
        if (entry.DeadlineOrder > 0)
        {
            _others.Remove(entry);
            entry.DeadlineOrder = 0;
        }
    }

    /// <summary>Takes the entry whose deadline comes next, if it has passed at <paramref name="now"/>.</summary>
    public OutboxEntry? TakeDue(TimeSpan now)
    {
        if (Next is not { } entry || entry.Deadline > now)
            return null;

        Remove(entry);
        return entry;
    }
}
