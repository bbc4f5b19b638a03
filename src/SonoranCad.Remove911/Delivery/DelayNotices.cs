namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells each requester once that the request has to wait, with its position and an estimate.</summary>
internal sealed class DelayNotices(Outbox outbox, SendPolicy policy, OutcomePublisher publisher, TickBudget budget)
{
    // A shorter wait is over before anyone has read the message.
    private static readonly TimeSpan MinDelayToReport = TimeSpan.FromSeconds(1.5);

    private readonly Queue<(RemovalRequest Request, CallTarget Target)> _pending = new();

    // How many of them this round has not looked at yet.
    private int _remaining;

    public void Watch(RemovalRequest request, CallTarget target) => _pending.Enqueue((request, target));

    /// <summary>Notifies those who wait longer than a moment, or whose first try failed; false if the budget ended first.</summary>
    public bool NotifyDelayed(TimeSpan now)
    {
        if (_remaining == 0 && _pending.Count > 0)
        {
            // Once for all requests: with a full outbox, counting for each of them would stall the server.
            outbox.Waiting.UpdatePositions();
            _remaining = _pending.Count;
        }

        for (var hasTime = true; hasTime && _remaining > 0; hasTime = !budget.IsSpent)
        {
            _remaining--;
            var (request, target) = _pending.Dequeue();
            if (!request.IsComplete && !TryNotify(request, target, now))
                _pending.Enqueue((request, target));
        }

        return _remaining == 0;
    }

    private bool TryNotify(RemovalRequest request, CallTarget target, TimeSpan now)
    {
        if (request.CallIds.Select(callId => outbox.Find(callId, target)).FirstOrDefault(found => found is { IsWaiting: true }) is not { } entry)
            return false;

        var estimate = policy.EstimateWait(entry.Position, now);
        if (entry.LastError is null && estimate < MinDelayToReport)
            return false;

        publisher.NotifyWaiting(request, Describe(request, entry, estimate));
        return true;
    }

    private static Phrase Describe(RemovalRequest request, OutboxEntry entry, TimeSpan estimate)
    {
        if (entry.LastError is not null)
            return Phrase.OfCalls("removal.retrying", request.CallIds).With("reason", entry.LastError.Message);

        var waits = Phrase.OfCalls("removal.waits", request.CallIds).With("place", entry.Position).With("time", DurationText.FormatWait(estimate));
        return Phrase.Join(waits, new Phrase("removal.will_be_told"));
    }
}
