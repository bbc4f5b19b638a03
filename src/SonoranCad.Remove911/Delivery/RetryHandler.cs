using System;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Puts a request's calls back for another try, and says once when the CAD fails for long and when it serves again.</summary>
internal sealed class RetryHandler(Outbox outbox, RetrySchedule schedule, CircuitBreaker circuit, DeliveryMetrics metrics, ILog log)
{
    // So often a batch is tried as it is. Then the call on which the CAD itself fails is looked for.
    private const int MaxTriesAsBatch = 3;

    /// <summary>The request came to nothing that another try may not mend.</summary>
    public void HandleFailure(InFlightBatch batch, RemovalError error, TimeSpan now)
    {
        // With these two the CAD has done nothing; after any other fault it may have.
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

    /// <summary>The CAD has answered, whatever it said.</summary>
    public void HandleSuccess(TimeSpan now)
    {
        schedule.RecordSuccess(now);
        if (circuit.RecordSuccess())
        {
            log.Write(LogLevel.Info, new Phrase("log.circuit_closed"));
        }
    }

    // A call on which the CAD itself fails each time must not hold up those behind it until it expires.
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
