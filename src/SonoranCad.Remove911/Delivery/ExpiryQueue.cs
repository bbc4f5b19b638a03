using System.Collections.Generic;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The entries in the order in which they expire. Under one <c>maxAgeMinutes</c> that is the order of their acceptance; one
/// that became shorter meanwhile begins a queue of its own.
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

    /// <summary>The next entry to expire among those that have not ended, or null.</summary>
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
