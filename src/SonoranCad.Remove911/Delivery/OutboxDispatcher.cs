using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The state machine between the outbox and the CAD; docs/architecture.md shows the states. The server's tick drives it while
/// anything is pending. Each step handles responses, expired entries and batches that are due, and never blocks.
/// </summary>
internal sealed class OutboxDispatcher(
    Outbox outbox, BatchSender sender, SendPolicy policy,
    ResponseHandler responseHandler, DelayNotices notices, OutcomePublisher publisher) : ITickable
{
    private static readonly TimeSpan StepAfterError = TimeSpan.FromSeconds(1);

    // How often to look whether what only the rate limit holds back may go on waiting.
    private static readonly TimeSpan RecheckInterval = TimeSpan.FromMinutes(1);

    private readonly Queue<OutboxEntry> _removedByCad = new();
    private TimeSpan _nextStepAt;
    private bool _isTicking;

    public bool NeedsTick => outbox.Count > 0 || publisher.HasPending;

    /// <summary>Makes the next tick take a step, because something new may be due.</summary>
    public void Wake() => _nextStepAt = TimeSpan.Zero;

    /// <summary>
    /// Notes that the CAD reported a call gone, whoever removed it: its removal counts as cleared. A waiting removal completes
    /// on the next tick. One in flight completes with its response, whatever that says, because otherwise a second request
    /// for the same call could be in flight beside the first.
    /// </summary>
    public void OnRemovedByCad(int callId, CallTarget target)
    {
        if (outbox.Find(callId, target) is { } entry)
        {
            entry.IsRemovedByCad = true;
            _removedByCad.Enqueue(entry);
            Wake();
        }
    }

    public void Tick(TimeSpan now)
    {
        // Publishing runs other resources' code, which may call back into this method.
        if ((now < _nextStepAt && !publisher.HasPending && !sender.HasCompleted) || _isTicking)
        {
            return;
        }

        _isTicking = true;

        // If a step throws, the next one must not be due on every tick.
        _nextStepAt = now + StepAfterError;
        var isDone = false;
        try
        {
            Step(now);
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                RequeueStranded();
            }

            // Even then, every outcome known by now is published.
            publisher.PublishPending();
            _isTicking = false;
        }
    }

    /// <summary>Tells those who wait that the resource stops; the store keeps their removals.</summary>
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

    // If a step threw, entries may be neither waiting nor in flight: nothing would ever send them.
    private void RequeueStranded()
    {
        foreach (var entry in outbox.GetAll().Where(entry => !entry.IsWaiting && entry.Batch is null).ToList())
        {
            // Its response may have been lost in the error.
            entry.MayBeCleared = true;
            outbox.MarkReturned(entry);
            outbox.Waiting.Requeue(new[] { entry });
        }
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
        while (outbox.Expiry.TakeDue(now) is { } entry)
        {
            var isUntried = entry.FirstTriedAt is null;
            var mayWaitUntil = entry.AcceptedElapsed + Outbox.MaxWait;
            if (!entry.IsWaiting)
            {
                // In flight: its response decides, and if that does not complete it, Outbox.MarkReturned does.
                continue;
            }

            if (isUntried && policy.IsSending && now < mayWaitUntil)
            {
                // Only the rate limit holds it back: what expires are tries.
                outbox.Expiry.Set(entry, mayWaitUntil < now + RecheckInterval ? mayWaitUntil : now + RecheckInterval);
            }
            else
            {
                var minutes = (int)(isUntried ? now - entry.AcceptedElapsed : entry.MaxAge).TotalMinutes;
                responseHandler.Complete(new[] { entry }, RemovalErrors.Expired(minutes, entry.LastError));
            }
        }
    }

    private TimeSpan FindNextStepAt(TimeSpan now)
    {
        var next = policy.NextSendAt(now);
        return outbox.Expiry.NextDeadline < next ? outbox.Expiry.NextDeadline : next;
    }
}
