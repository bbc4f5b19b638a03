using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The state machine between the outbox and the CAD. The server's tick drives it while anything is pending, and each step
/// handles what is due: responses, expired entries, batches that may go out. Nothing here waits; docs/architecture.md shows
/// the states.
/// </summary>
internal sealed class OutboxDispatcher(
    Outbox outbox, BatchSender sender, SendPolicy policy, ResponseHandler responseHandler, DelayNotices notices, OutcomePublisher publisher) : ITickable
{
    private static readonly TimeSpan StepAfterError = TimeSpan.FromSeconds(1);

    private readonly Queue<OutboxEntry> _removedByCad = new();
    private TimeSpan _nextStepAt;
    private bool _isTicking;

    public bool NeedsTick => outbox.Count > 0 || publisher.HasPending;

    /// <summary>Lets the next tick look for work, because something may be due that was not before.</summary>
    public void Wake() => _nextStepAt = TimeSpan.Zero;

    /// <summary>
    /// Notes that the CAD says a call is gone, whoever removed it. That is what its removal is for, so it counts as cleared.
    /// A waiting removal completes with the next tick. One in flight completes with its response, whatever that says:
    /// completed before, a second request for the call could go out beside the first.
    /// </summary>
    public void OnRemovedByCad(int callId)
    {
        if (outbox.Find(callId) is { } entry)
        {
            entry.IsRemovedByCad = true;
            _removedByCad.Enqueue(entry);
            Wake();
        }
    }

    public void Tick(TimeSpan now)
    {
        // Publishing may run code that ends up here again.
        if ((now < _nextStepAt && !publisher.HasPending && !sender.HasCompleted) || _isTicking)
        {
            return;
        }

        _isTicking = true;

        // If a step throws, the next one must not be due on every tick.
        _nextStepAt = now + StepAfterError;
        try
        {
            Step(now);
        }
        finally
        {
            // Even then, whoever is owed a reply by now gets it.
            publisher.PublishPending();
            _isTicking = false;
        }
    }

    /// <summary>The resource stops: what is pending stays in the store, and those who wait for it are told.</summary>
    public void Stop()
    {
        foreach (var request in outbox.GetAll().SelectMany(entry => entry.Requests).Distinct().ToList())
        {
            publisher.NotifyWaiting(request, DelayMessages.Stopping(request.CallIds));
        }

        publisher.PublishPending();
    }

    private void Step(TimeSpan now)
    {
        CompleteRemovedByCad();
        foreach (var batch in sender.TakeCompleted(now))
        {
            responseHandler.Handle(batch, now);
        }

        CompleteExpired(now);
        responseHandler.Complete(sender.SendDue(now), RemovalErrors.CommunityChanged);
        notices.NotifyDelayed(now);
        _nextStepAt = FindNextStepAt(now);
    }

    private void CompleteRemovedByCad()
    {
        while (_removedByCad.Count > 0)
        {
            var entry = _removedByCad.Dequeue();
            if (entry.IsWaiting)
            {
                responseHandler.Complete(new[] { entry }, null);
            }
        }
    }

    private void CompleteExpired(TimeSpan now)
    {
        if (outbox.NextToExpire() is { } next && next.Deadline <= now)
        {
            foreach (var entry in outbox.Waiting.GetExpired(now))
            {
                responseHandler.Complete(new[] { entry }, RemovalErrors.Expired((int)entry.MaxAge.TotalMinutes, entry.LastError));
            }
        }
    }

    private TimeSpan FindNextStepAt(TimeSpan now)
    {
        var next = policy.NextSendAt(now);

        // An entry in flight expires only when it is back, and its response wakes the dispatcher.
        return outbox.NextToExpire() is { IsWaiting: true } expiring && expiring.Deadline < next ? expiring.Deadline : next;
    }
}
