namespace SonoranCad.Remove911.Delivery;

/// <summary>Sends batches from the outbox when the policy allows, and collects those that have their response.</summary>
internal sealed class BatchSender(
    CallbackHttpClient httpClient, Outbox outbox, DeliveryStore store, SendPolicy policy, OutcomePublisher publisher, ILog log)
{
    // Prepared, but not sent before the store is on the disk: a crash in between may send a call again, but never loses one.
    private readonly Queue<InFlightBatch> _prepared = new();
    private readonly Queue<InFlightBatch> _completed = new();

    public int RequestCount { get; private set; }
    public bool HasCompleted => _completed.Count > 0;

    /// <summary>Sends the requests that may go out at <paramref name="now"/>; false if the budget ended first.</summary>
    public bool SendDue(TimeSpan now)
    {
        var hasTime = _prepared.Count == 0 || SendPrepared();
        while (hasTime && policy.NextTarget(now) is { } target)
        {
            var entries = outbox.Waiting.TakeBatch(target.Endpoint.BatchSize, now).ToLookup(entry => entry.BelongsTo(target.Account.Target));

            // In the community, server or address that the owner has moved to, their ids are other calls.
            publisher.Decide(entries[false], RemovalErrors.CommunityChanged);
            if (entries.Contains(true))
            {
                var batch = new InFlightBatch(entries[true].ToList(), target, policy.Acquire(target, now), now);
                outbox.MarkSent(batch);
                _prepared.Enqueue(batch);
            }

            hasTime = publisher.CompleteDecided();
        }

        // What is prepared goes out in this tick if that is possible.
        return SendPrepared() && hasTime;
    }

    /// <summary>Takes the next batch that has its response, and releases its rate limit; null if there is none.</summary>
    public InFlightBatch? TakeCompleted(TimeSpan now)
    {
        if (_completed.Count == 0)
            return null;

        var batch = _completed.Dequeue();
        batch.RateLimiter.Release(now);
        policy.Release(batch, now);
        foreach (var entry in batch.Entries)
        {
            entry.Batch = null;
            entry.Tries++;
            entry.Api = batch.Endpoint.Name;
        }

        return batch;
    }

    private bool SendPrepared()
    {
        var hasTime = store.Flush();
        while (hasTime && _prepared.Count > 0)
        {
            var batch = _prepared.Dequeue();
            var callIds = batch.Entries.Select(entry => entry.CallId).ToList();
            var token = httpClient.Send(batch.Endpoint.CreateRequest(batch.Account, callIds), response => Complete(batch, response));
            RequestCount += token < 0 ? 0 : 1;
            var line = new Phrase("log.request").With("token", token).With("endpoint", batch.Endpoint.Name);
            log.Write(LogLevel.Debug, line.With("calls", string.Join(", ", callIds)));
            hasTime = publisher.CompleteDecided();
        }

        return hasTime;
    }

    private void Complete(InFlightBatch batch, HttpResponse response)
    {
        batch.Result = batch.Endpoint.Reader.Read(response);
        _completed.Enqueue(batch);
        var line = new Phrase("log.answer").With("status", response.Status).With("endpoint", batch.Endpoint.Name);
        log.Write(LogLevel.Debug, line.With("verdict", batch.Result.ToString()));
    }
}
