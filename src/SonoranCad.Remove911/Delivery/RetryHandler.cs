using System;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Puts a request's calls back for another try, and says once when the CAD fails for long and when it serves again.</summary>
internal sealed class RetryHandler
{
    // So often a batch is tried as it is. Then the call on which the CAD itself fails is looked for.
    private const int TriesTogether = 3;

    private readonly Outbox _outbox;
    private readonly RetrySchedule _schedule;
    private readonly DeliveryMetrics _tally;
    private readonly ILog _log;

    public RetryHandler(Outbox outbox, RetrySchedule schedule, DeliveryMetrics tally, ILog log)
    {
        _outbox = outbox;
        _schedule = schedule;
        _tally = tally;
        _log = log;
    }

    /// <summary>The request came to nothing that another try may not mend.</summary>
    public void Failed(InFlightBatch flight, RemovalError outcome, TimeSpan now)
    {
        // With these two the CAD has done nothing; after any other fault it may have.
        var mayBeCleared = flight.Answer!.Status is not (429 or HttpResponse.NotSentStatus);
        foreach (var entry in flight.Batch)
        {
            entry.LastFailure = outcome;
            entry.MayBeCleared |= mayBeCleared;
        }

        _tally.TriedInVain(outcome);
        PutBack(flight);
        if (_schedule.Failed(now, flight.SentAt))
        {
            _log.Write(LogLevel.Warn, new Phrase("log.circuit_open").With("reason", outcome.Message).With("count", _outbox.Count));
        }
    }

    /// <summary>The CAD has answered, whatever it said.</summary>
    public void Answered(TimeSpan now)
    {
        if (_schedule.Succeeded(now))
        {
            _log.Write(LogLevel.Info, new Phrase("log.circuit_closed"));
        }
    }

    // A call on which the CAD itself fails each time must not hold up those behind it until it expires.
    private void PutBack(InFlightBatch flight)
    {
        var batch = flight.Batch;
        if (batch.Count == 0 || flight.Answer!.Status is < 200 or 429 || batch[0].Tries < TriesTogether)
        {
            _outbox.Requeue(batch);
        }
        else if (batch.Count > 1)
        {
            _outbox.Split(batch);
        }
        else
        {
            _outbox.MoveToBack(batch[0]);
        }
    }
}
