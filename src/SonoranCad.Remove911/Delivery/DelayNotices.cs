using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells each requester once that the request waits, with its place and an estimate.</summary>
internal sealed class DelayNotices(Outbox outbox, SendPolicy policy, OutcomePublisher publisher)
{
    // A shorter wait is over before the line is read.
    private static readonly TimeSpan MinDelayToReport = TimeSpan.FromSeconds(1.5);

    private readonly List<RemovalRequest> _pending = new();

    public void Watch(RemovalRequest request) => _pending.Add(request);

    /// <summary>Tells those who wait longer than a moment, or whose first try failed.</summary>
    public void NotifyDelayed(TimeSpan now)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        // Once for all: counted for each request, a full outbox would hold the server up.
        outbox.Waiting.UpdatePositions();
        _pending.RemoveAll(request => request.IsComplete || TryNotify(request, now));
    }

    private bool TryNotify(RemovalRequest request, TimeSpan now)
    {
        foreach (var callId in request.CallIds)
        {
            if (outbox.Find(callId) is not { IsWaiting: true } entry)
            {
                continue;
            }

            var estimate = policy.EstimateWait(entry.Position, now);
            if (entry.LastError is null && estimate < MinDelayToReport)
            {
                return false;
            }

            publisher.NotifyWaiting(request, DelayMessages.Queued(request.CallIds, entry.Position, estimate, entry.LastError));
            return true;
        }

        return false;
    }
}
