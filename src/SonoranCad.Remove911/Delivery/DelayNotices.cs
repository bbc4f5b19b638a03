using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells each requester once that the request waits, with its place and an estimate.</summary>
internal sealed class DelayNotices
{
    // A shorter wait is over before the line is read.
    private static readonly TimeSpan MinDelayToReport = TimeSpan.FromSeconds(1.5);

    private readonly Outbox _outbox;
    private readonly SendPolicy _policy;
    private readonly OutcomePublisher _publisher;
    private readonly List<RemovalRequest> _pending = new();

    public DelayNotices(Outbox outbox, SendPolicy policy, OutcomePublisher publisher)
    {
        _outbox = outbox;
        _policy = policy;
        _publisher = publisher;
    }

    public void Watch(RemovalRequest request) => _pending.Add(request);

    /// <summary>Tells those who wait longer than a moment, or whose first try failed.</summary>
    public void NotifyDelayed(TimeSpan now)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        // Once for all: counted for each request, a full outbox would hold the server up.
        _outbox.UpdatePositions();
        _pending.RemoveAll(request => request.IsComplete || TryNotify(request, now));
    }

    private bool TryNotify(RemovalRequest request, TimeSpan now)
    {
        foreach (var callId in request.CallIds)
        {
            if (_outbox.Find(callId) is not { IsWaiting: true } entry)
            {
                continue;
            }

            var estimate = _policy.EstimateWait(entry.Position, now);
            if (entry.LastError is null && estimate < MinDelayToReport)
            {
                return false;
            }

            _publisher.NotifyWaiting(request, DelayMessages.Queued(request.CallIds, entry.Position, estimate, entry.LastError));
            return true;
        }

        return false;
    }
}
