namespace SonoranCad.Remove911.Delivery;

/// <summary>Requeues the calls of a failed request, and logs when the circuit opens and closes.</summary>
internal sealed class RetryHandler(
    Outbox outbox, RetrySchedule schedule, CircuitBreaker circuit, FailureClassifier classifier, DeliveryMetrics metrics, ILog log)
{
    // One failure may be chance. From the second one on it is this call.
    private const int LoneFailuresToReport = 2;

    /// <summary>Whether the CAD has failed so often in a row that one probe at a time goes out.</summary>
    public bool IsCircuitOpen => circuit.IsOpen;

    /// <summary>Handles an error that another try may fix.</summary>
    public void HandleFailure(InFlightBatch batch, RemovalError error, TimeSpan now)
    {
        var entries = batch.Entries;
        foreach (var entry in entries)
        {
            entry.LastError = error;
            entry.MayBeCleared |= MayHaveCleared(error);
        }

        metrics.RecordError(error);
        var isOwn = error.Kind == RemovalErrorKind.ServerError && entries.Count > 0 && (IsKnownToFail(entries) || classifier.IsOwnFailure(entries));
        if (isOwn)
        {
            RequeueSuspects(batch, error, now);
        }
        else
        {
            classifier.RecordCommonFailure();
            RequeueAll(entries, error);
            schedule.RecordFailure(now, batch.SentAt);
        }

        // A call that keeps failing while the CAD clears others says nothing about the CAD.
        if (!isOwn || entries[0].SuccessesBefore is not { } before || before == classifier.Successes)
            RecordFailure(error, now);
    }

    /// <summary>Handles a check of API v1, for which removals wait, that another try may fix.</summary>
    public void HandleCheckFailure(RemovalError error, TimeSpan now)
    {
        foreach (var entry in outbox.GetAll())
            entry.LastError ??= error;

        metrics.RecordError(error);
        classifier.RecordCommonFailure();
        schedule.RecordFailure(now, now);
        RecordFailure(error, now);
    }

    /// <summary>Delays the next request without blaming anyone: nothing serves, or the community is shut out.</summary>
    public void BackOff(InFlightBatch batch, TimeSpan now) => schedule.RecordFailure(now, batch.SentAt);

    /// <summary>Ends the backoff and closes the circuit: the CAD responds, even if it refuses.</summary>
    public void HandleSuccess(TimeSpan now)
    {
        schedule.RecordSuccess(now);
        if (classifier.RecordSuccess())
            outbox.Waiting.MergeParts();

        if (circuit.RecordSuccess())
            log.Write(LogLevel.Info, new Phrase("log.circuit_closed"));
    }

    // In these cases nobody knows what the CAD has done. After any other error it has done nothing.
    private static bool MayHaveCleared(RemovalError error) => error.Kind is RemovalErrorKind.NoConnection
        or RemovalErrorKind.NoResponse or RemovalErrorKind.ServerError or RemovalErrorKind.UnexpectedResponse;

    private void RecordFailure(RemovalError error, TimeSpan now)
    {
        if (circuit.RecordFailure(now))
            log.Write(LogLevel.Warn, Phrase.OfCount("log.circuit_open", outbox.Count).With("reason", error.Message));
    }

    // The CAD has cleared others since it failed on this call: whatever else fails now, this failure is the call's own.
    private bool IsKnownToFail(IReadOnlyList<OutboxEntry> entries) =>
        entries.Count == 1 && entries[0] is { LoneFailures: > 0 } entry && entry.SuccessesBefore != classifier.Successes;

    // Even if the CAD fails on everything, one of these calls may be the only reason by now: it must not hold up the others.
    private void RequeueAll(IReadOnlyList<OutboxEntry> entries, RemovalError error)
    {
        if (error.Kind == RemovalErrorKind.ServerError && entries.Count > 1)
            outbox.Waiting.Split(entries);
        else
            outbox.Waiting.Requeue(entries, isLast: error.Kind is not (RemovalErrorKind.RateLimited or RemovalErrorKind.NotSent));
    }

    private void RequeueSuspects(InFlightBatch batch, RemovalError error, TimeSpan now)
    {
        var entries = batch.Entries;
        foreach (var suspect in entries)
            suspect.SuccessesBefore ??= classifier.Successes;

        if (entries.Count > 1)
        {
            outbox.Waiting.Split(entries);
            return;
        }

        var entry = entries[0];
        outbox.Waiting.Isolate(entry, now + schedule.DelayAfter(entry.LoneFailures));
        if (entry.LoneFailures == LoneFailuresToReport)
            log.Write(LogLevel.Warn, new Phrase("log.call_failing").With("call", entry.CallId).With("status", error.Status));
    }
}
