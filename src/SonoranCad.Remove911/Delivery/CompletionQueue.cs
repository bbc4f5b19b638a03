namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Removals whose outcome is decided, completed one by one within the tick's budget. Until its turn, a removal stays in the
/// outbox and in the store: a crash sends it again, and a request for its call joins it.
/// </summary>
internal sealed class CompletionQueue(Outbox outbox, OutcomePublisher publisher, TickBudget budget)
{
    private readonly Queue<(IReadOnlyList<OutboxEntry> Entries, RemovalError? Error)> _decided = new();
    private int _position;

    /// <summary>Decides the outcome of entries: cleared if <paramref name="error"/> is null.</summary>
    public void Add(IReadOnlyList<OutboxEntry> entries, RemovalError? error)
    {
        foreach (var entry in entries)
        {
            entry.IsDecided = true;
            if (entry.IsWaiting)
            {
                outbox.Waiting.Remove(entry);
            }
        }

        _decided.Enqueue((entries, error));
    }

    /// <summary>Completes decided removals; false if the budget is spent.</summary>
    public bool Complete()
    {
        while (_decided.Count > 0)
        {
            var (entries, error) = _decided.Peek();
            if (_position >= entries.Count)
            {
                _decided.Dequeue();
                _position = 0;
                continue;
            }

            Complete(entries[_position++], error);
            if (budget.IsSpent)
            {
                return false;
            }
        }

        return !budget.IsSpent;
    }

    /// <summary>Completes one removal at once.</summary>
    public void Complete(OutboxEntry entry, RemovalError? error)
    {
        entry.IsDecided = false;
        error = entry.IsRemovedByCad ? null : error;
        outbox.Complete(entry, error);
        publisher.Publish(entry, error);
    }
}
