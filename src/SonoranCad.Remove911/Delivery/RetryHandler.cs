using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Requeues the calls of a failed request, and logs when the circuit opens and closes.</summary>
internal sealed class RetryHandler(Outbox outbox, RetrySchedule schedule, CircuitBreaker circuit, DeliveryMetrics metrics, ILog log)
{
    // After this many tries, a batch is split to find the call on which the CAD fails.
    private const int MaxTriesAsBatch = 3;

    /// <summary>Handles an error that another try may fix.</summary>
    public void HandleFailure(InFlightBatch batch, RemovalError error, TimeSpan now)
    {
        // In these two cases the CAD has done nothing; after any other error it may have cleared the calls.
        var mayBeCleared = batch.Response!.Status is not (429 or HttpResponse.NotSentStatus);
        foreach (var entry in batch.Entries)
        {
            entry.LastError = error;
            entry.MayBeCleared |= mayBeCleared;
        }

        metrics.RecordError(error);
        Requeue(batch);
        schedule.RecordFailure(now, batch.SentAt);
        if (circuit.RecordFailure(now))
        {
            log.Write(LogLevel.Warn, new Phrase("log.circuit_open").With("reason", error.Message).With("count", outbox.Count));
        }
    }

    /// <summary>Ends the backoff and closes the circuit: the CAD responds, even if it refuses.</summary>
    public void HandleSuccess(TimeSpan now)
    {
        schedule.RecordSuccess(now);
        if (circuit.RecordSuccess())
        {
            log.Write(LogLevel.Info, new Phrase("log.circuit_closed"));
        }
    }

    // A call on which the CAD fails each time must not hold up those behind it until it expires.
    private void Requeue(InFlightBatch batch)
    {
        var entries = batch.Entries;
        if (entries.Count == 0 || batch.Response!.Status is < 200 or 429 || entries[0].Tries < MaxTriesAsBatch)
        {
            outbox.Waiting.Requeue(entries);
        }
        else if (entries.Count > 1)
        {
            outbox.Waiting.Split(entries);
        }
        else
        {
            outbox.Waiting.MoveToBack(entries[0]);
        }
    }
}
