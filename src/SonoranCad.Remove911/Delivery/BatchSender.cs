namespace SonoranCad.Remove911.Delivery;

/// <summary>Sends batches from the outbox when the policy allows, and collects those that have their response.</summary>
internal sealed class BatchSender(
    CallbackHttpClient httpClient, Outbox outbox, DeliveryStore store, SendPolicy policy, ApiRateLimits limits, ILog log)
{
    // Prepared, but not sent before the store is on the disk: a crash in between may send a call again, but never loses one.
    private readonly Queue<InFlightBatch> _prepared = new();
    private readonly Queue<InFlightBatch> _completed = new();

    /// <summary>The requests sent since the start.</summary>
    public int RequestCount { get; private set; }

    public bool HasCompleted => _completed.Count > 0;

    public bool HasPrepared => _prepared.Count > 0;

    /// <summary>Takes the next batch that has its response, and releases its rate limit; null if there is none.</summary>
    public InFlightBatch? TakeCompleted(TimeSpan now)
    {
        if (_completed.Count == 0)
        {
            return null;
        }

        var batch = _completed.Dequeue();
        batch.RateLimiter.Release(now);
        limits.Shares.Release(batch.Endpoint.ApiVersion, batch.Result!, now);
        foreach (var entry in batch.Entries)
        {
            entry.Batch = null;
        }

        return batch;
    }

    /// <summary>Prepares the next request that may go out at <paramref name="now"/>; null if none may.</summary>
    /// <returns>Entries of a community, server or address that the owner has left: in the new one, their ids are other calls.</returns>
    public IReadOnlyList<OutboxEntry>? PrepareNext(TimeSpan now)
    {
        if (policy.NextTarget(now) is not { } target)
        {
            return null;
        }

        var entries = outbox.Waiting.TakeBatch(target.Endpoint.BatchSize, now);
        var stale = entries.Where(entry => !entry.BelongsTo(target.Account.Target)).ToList();
        entries.RemoveAll(entry => !entry.BelongsTo(target.Account.Target));
        if (entries.Count > 0)
        {
            var batch = new InFlightBatch(entries, target, limits.Acquire(target.Endpoint.ApiVersion), now);
            limits.Shares.Get(target.Endpoint.ApiVersion).Acquire(now);
            entries.ForEach(entry => outbox.MarkSent(entry, batch));
            _prepared.Enqueue(batch);
        }

        return stale;
    }

    /// <summary>Puts what is prepared on the disk; false if that goes on in the next tick.</summary>
    public bool Flush() => store.Flush();

    /// <summary>Sends the next prepared request, which must be on the disk.</summary>
    public void SendNext() => Send(_prepared.Dequeue());

    private void Send(InFlightBatch batch)
    {
        var callIds = batch.Entries.Select(entry => entry.CallId).ToList();
        var token = httpClient.Send(batch.Endpoint.CreateRequest(batch.Account, callIds), response => Complete(batch, response));
        RequestCount += token < 0 ? 0 : 1;
        log.Write(
            LogLevel.Debug,
            new Phrase("log.request").With("token", token).With("endpoint", batch.Endpoint.Name).With("calls", CallIdFormatter.FormatAll(callIds)));
    }

    private void Complete(InFlightBatch batch, HttpResponse response)
    {
        batch.Result = batch.Endpoint.Read(response);
        _completed.Enqueue(batch);
        var line = new Phrase("log.answer").With("status", response.Status).With("endpoint", batch.Endpoint.Name);
        log.Write(LogLevel.Debug, line.With("verdict", batch.Result.ToString()));
    }
}
