using SonoranCad.Remove911.Abstractions;
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
        // Publishing runs other resources' code, which may call back into this method.
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
            // Even then, every outcome known by now is published.
            publisher.PublishPending();
            _isTicking = false;
        }
    }

    /// <summary>Ends all requests, because the resource stops; the store keeps their removals.</summary>
    public void Stop()
    {
        var requests = outbox.GetAll().SelectMany(entry => entry.Requests).Distinct().ToList();
        foreach (var entry in outbox.GetAll())
        {
            entry.Requests.ForEach(request => request.Record(entry.CallId, RemovalErrors.Kept));
            entry.Requests.Clear();
        }

        requests.ForEach(publisher.ReportKept);

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

        // An entry in flight cannot expire before its response, which wakes the dispatcher anyway.
        return outbox.NextToExpire() is { IsWaiting: true } expiring && expiring.Deadline < next ? expiring.Deadline : next;
    }
}
