namespace SonoranCad.Remove911.Delivery;

/// <summary>The state machine between outbox and CAD, which the tick drives (docs/architecture.md). It never blocks.</summary>
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
    /// Notes that the CAD reported a call gone: its removal counts as cleared. A waiting one completes on the next tick, one in
    /// flight with its response: otherwise a second request for the same call could be in flight beside the first.
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
            return;

        _isTicking = true;

        // If a step throws, the next one must not be due on every tick.
        _nextStepAt = now + StepAfterError;
        var hasFailed = true;
        try
        {
            // Each part begins when the one before is done: what a response says must be known before the next one is read.
            // What an earlier tick could not publish comes first.
            var hasTime = (!publisher.IsBehind || publisher.PublishPending()) && publisher.CompleteDecided() && CompleteRemovedByCad();
            while (hasTime && sender.TakeCompleted(now) is { } batch)
            {
                responseHandler.Handle(batch, now);
                hasTime = publisher.CompleteDecided();
            }

            hasTime = hasTime && ExpireDue(now) && sender.SendDue(now) && notices.NotifyDelayed(now);
            _nextStepAt = hasTime ? TimeSpan.FromTicks(Math.Min(policy.NextSendAt(now).Ticks, outbox.Expiry.NextDeadline.Ticks)) : now;
            hasFailed = false;
        }
        finally
        {
            if (hasFailed)
                RequeueStranded();

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

    // If a step threw, entries may be neither waiting nor in flight: nothing would ever send them.
    private void RequeueStranded()
    {
        foreach (var entry in outbox.GetAll().Where(entry => !entry.IsWaiting && !entry.IsDecided && entry.Batch is null).ToList())
        {
            // Its response may have been lost in the error.
            entry.MayBeCleared = true;
            outbox.MarkReturned(entry);
            outbox.Waiting.Requeue(new[] { entry });
        }
    }

    private bool CompleteRemovedByCad()
    {
        while (_removedByCad.Count > 0)
        {
            if (_removedByCad.Dequeue() is { IsWaiting: true } entry)
                publisher.Decide([entry], null);

            if (!publisher.CompleteDecided())
                return false;
        }

        return true;
    }

    private bool ExpireDue(TimeSpan now)
    {
        while (outbox.Expiry.TakeDue(now) is { } entry)
        {
            // In flight: its response decides, and if that does not complete it, Outbox.MarkReturned does.
            if (entry.IsWaiting)
                HandleDeadline(entry, now);

            if (!publisher.CompleteDecided())
                return false;
        }

        return true;
    }

    private void HandleDeadline(OutboxEntry entry, TimeSpan now)
    {
        var isUntried = entry.FirstTriedAt is null;
        var mayWaitUntil = entry.AcceptedElapsed + Outbox.MaxWait;
        if ((isUntried || entry is { LoneFailures: 0, HadLastTry: false }) && policy.IsSending && now < mayWaitUntil)
        {
            // Only the rate limit holds it back, and maxAgeMinutes limits only the time of tries.
            outbox.Expiry.Set(entry, mayWaitUntil < now + RecheckInterval ? mayWaitUntil : now + RecheckInterval);
        }
        else
        {
            var minutes = (int)(isUntried ? now - entry.AcceptedElapsed : entry.MaxAge).TotalMinutes;
            publisher.Decide([entry], RemovalErrors.Expired(minutes, entry.LastError));
        }
    }
}
