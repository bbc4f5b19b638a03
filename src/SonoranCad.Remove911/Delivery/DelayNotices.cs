using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells each requester once that the request has to wait, with its position and an estimate.</summary>
internal sealed class DelayNotices(Outbox outbox, SendPolicy policy, OutcomePublisher publisher)
{
    // A shorter wait is over before anyone has read the message.
    private static readonly TimeSpan MinDelayToReport = TimeSpan.FromSeconds(1.5);

    private readonly List<RemovalRequest> _pending = new();

    public void Watch(RemovalRequest request) => _pending.Add(request);

    /// <summary>Notifies those who wait longer than a moment, or whose first try failed.</summary>
    public void NotifyDelayed(TimeSpan now)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        // Once for all requests: with a full outbox, counting for each of them would stall the server.
        outbox.Waiting.UpdatePositions();
        _pending.RemoveAll(request => request.IsComplete || TryNotify(request, now));
    }

    private bool TryNotify(RemovalRequest request, TimeSpan now)
    {
        if (request.CallIds.Select(outbox.Find).FirstOrDefault(found => found is { IsWaiting: true }) is not { } entry)
        {
            return false;
        }

        var estimate = policy.EstimateWait(entry.Position, now);
        if (entry.LastError is null && estimate < MinDelayToReport)
        {
            return false;
        }

        publisher.NotifyWaiting(request, DelayMessages.Queued(request.CallIds, entry.Position, estimate, entry.LastError));
        return true;
    }
}
