namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Returns entries in the order in which they expire. While <c>maxAgeMinutes</c> stays the same, that is the order in which
/// they were accepted; the first entry after it was lowered starts a new queue.
/// </summary>
internal sealed class ExpiryQueue
{
    private readonly List<Queue<OutboxEntry>> _queues = new();
    private OutboxEntry? _last;

    public void Add(OutboxEntry entry)
    {
        if (_queues.Count == 0 || entry.Deadline < _last!.Deadline)
        {
            _queues.Add(new Queue<OutboxEntry>());
        }

        _queues[_queues.Count - 1].Enqueue(entry);
        _last = entry;
    }

    /// <summary>The next entry to expire that is not complete, or null.</summary>
    public OutboxEntry? Next()
    {
        OutboxEntry? next = null;
        for (var i = _queues.Count - 1; i >= 0; i--)
        {
            var queue = _queues[i];
            while (queue.Count > 0 && queue.Peek().IsComplete)
            {
                queue.Dequeue();
            }

            if (queue.Count == 0 && i < _queues.Count - 1)
            {
                _queues.RemoveAt(i);
            }
            else if (queue.Count > 0 && (next is null || queue.Peek().Deadline < next.Deadline))
            {
                next = queue.Peek();
            }
        }

        return next;
    }
}
