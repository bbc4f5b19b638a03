namespace SonoranCad.Remove911.Delivery;

/// <summary>Returns entries in the order of their deadlines.</summary>
internal sealed class ExpiryQueue
{
    // Most deadlines are the latest so far, and a list is cheaper than a sorted set.
    private readonly LinkedList<OutboxEntry> _inOrder = new();
    private readonly SortedSet<OutboxEntry> _others = new(new DeadlineComparer());
    private int _lastOrder;

    /// <summary>The earliest deadline; MaxValue if there is none.</summary>
    public TimeSpan NextDeadline => Next?.Deadline ?? TimeSpan.MaxValue;

    private OutboxEntry? Next
    {
        get
        {
            var first = _inOrder.First?.Value;
            var other = _others.Count == 0 ? null : _others.Min;
            return first is null || other?.Deadline < first.Deadline ? other : first;
        }
    }

    /// <summary>Adds an entry, or moves its deadline.</summary>
    public void Set(OutboxEntry entry, TimeSpan deadline)
    {
        Remove(entry);
        entry.Deadline = deadline;
        if (_inOrder.Last is not { } last || last.Value.Deadline <= deadline)
        {
            _inOrder.AddLast(entry.DeadlineNode);
        }
        else
        {
            entry.DeadlineOrder = ++_lastOrder;
            _others.Add(entry);
        }
    }

    public void Remove(OutboxEntry entry)
    {
        if (entry.DeadlineNode.List is not null)
        {
            _inOrder.Remove(entry.DeadlineNode);
        }
        else if (entry.DeadlineOrder > 0)
        {
            _others.Remove(entry);
            entry.DeadlineOrder = 0;
        }
    }

    /// <summary>Takes the entry whose deadline is the next, if it is over at <paramref name="now"/>.</summary>
    public OutboxEntry? TakeDue(TimeSpan now)
    {
        if (Next is not { } entry || entry.Deadline > now)
        {
            return null;
        }

        Remove(entry);
        return entry;
    }

    private sealed class DeadlineComparer : IComparer<OutboxEntry>
    {
        public int Compare(OutboxEntry? x, OutboxEntry? y)
        {
            var byDeadline = x!.Deadline.CompareTo(y!.Deadline);
            return byDeadline != 0 ? byDeadline : x.DeadlineOrder.CompareTo(y.DeadlineOrder);
        }
    }
}
