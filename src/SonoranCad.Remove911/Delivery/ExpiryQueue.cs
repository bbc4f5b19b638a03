namespace SonoranCad.Remove911.Delivery;

/// <summary>Returns entries in the order of their deadlines.</summary>
internal sealed class ExpiryQueue
{
    private readonly SortedSet<(TimeSpan Deadline, int Order, OutboxEntry Entry)> _byDeadline = new(new DeadlineComparer());
    private readonly Dictionary<OutboxEntry, int> _order = new();
    private int _lastOrder;

    /// <summary>The earliest deadline; MaxValue if there is none.</summary>
    public TimeSpan NextDeadline => _byDeadline.Count == 0 ? TimeSpan.MaxValue : _byDeadline.Min.Deadline;

    /// <summary>Adds an entry, or moves its deadline.</summary>
    public void Set(OutboxEntry entry, TimeSpan deadline)
    {
        Remove(entry);
        entry.Deadline = deadline;
        _order[entry] = ++_lastOrder;
        _byDeadline.Add((deadline, _lastOrder, entry));
    }

    public bool Contains(OutboxEntry entry) => _order.ContainsKey(entry);

    public void Remove(OutboxEntry entry)
    {
        if (_order.TryGetValue(entry, out var order))
        {
            _order.Remove(entry);
            _byDeadline.Remove((entry.Deadline, order, entry));
        }
    }

    /// <summary>Takes the entry whose deadline is the next, if it is over at <paramref name="now"/>.</summary>
    public OutboxEntry? TakeDue(TimeSpan now)
    {
        if (NextDeadline > now)
        {
            return null;
        }

        var entry = _byDeadline.Min.Entry;
        Remove(entry);
        return entry;
    }

    private sealed class DeadlineComparer : IComparer<(TimeSpan Deadline, int Order, OutboxEntry Entry)>
    {
        public int Compare((TimeSpan Deadline, int Order, OutboxEntry Entry) x, (TimeSpan Deadline, int Order, OutboxEntry Entry) y)
        {
            var byDeadline = x.Deadline.CompareTo(y.Deadline);
            return byDeadline != 0 ? byDeadline : x.Order.CompareTo(y.Order);
        }
    }
}
