namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides what a response means for the calls of its request: cleared, failed, split, or tried again.</summary>
internal sealed class ResponseHandler(
    Outbox outbox, AccountProvider accounts, EndpointSelector endpoints, RetryHandler retryHandler, BatchSplitter splitter, OutcomePublisher publisher)
{
    private TimeSpan _nextDeprecationProbeAt;

    public void Handle(InFlightBatch batch, TimeSpan now)
    {
        // At once, because a refused batch is judged by what has been cleared.
        foreach (var entry in batch.TakeRemovedByCad())
            publisher.Complete(entry, null);

        Action<InFlightBatch, TimeSpan> handle = batch.Result!.Kind switch
        {
            CadResultKind.Cleared => HandleCleared,
            CadResultKind.CallNotFound => HandleCallNotFound,
            CadResultKind.Refused => HandleRefusal,
            CadResultKind.Failed => HandleFinalFailure,
            CadResultKind.AccountError => HandleAccountError,
            CadResultKind.NoEndpoint => HandleNoEndpoint,
            _ => HandleFailure,
        };
        handle(batch, now);
        ReturnUndecided(batch);
    }

    private void HandleCleared(InFlightBatch batch, TimeSpan now)
    {
        endpoints.MarkWorking(batch.Endpoint, batch.Account);
        if (batch.Result!.IsDeprecated && batch.Endpoint == endpoints.Current && now >= _nextDeprecationProbeAt)
        {
            // The CAD says that the endpoint will end: the next request looks at the other version.
            _nextDeprecationProbeAt = now + TimeSpan.FromHours(1);
            endpoints.AlternateVersion();
        }

        retryHandler.HandleSuccess(now);
        publisher.Decide(batch.Entries, null);
    }

    // An unknown call counts as cleared if an earlier try may have cleared it, such as one whose response was lost (CallNotFoundTests).
    private void HandleCallNotFound(InFlightBatch batch, TimeSpan now)
    {
        endpoints.MarkWorking(batch.Endpoint, batch.Account);
        var unknown = splitter.SplitUnknown(batch, batch.Error);
        retryHandler.HandleSuccess(now);
        foreach (var entry in unknown)
            publisher.Decide([entry], entry.MayBeCleared ? null : batch.Error);
    }

    private void HandleRefusal(InFlightBatch batch, TimeSpan now)
    {
        var failed = splitter.SplitRefused(batch, batch.Error, out var isOfCommunity);
        if (isOfCommunity)
            retryHandler.BackOff(batch, now);
        else
            retryHandler.HandleSuccess(now);

        publisher.Decide(failed, batch.Error);
    }

    private void HandleFinalFailure(InFlightBatch batch, TimeSpan now)
    {
        retryHandler.HandleSuccess(now);
        publisher.Decide(batch.Entries, batch.Error);
    }

    private void HandleFailure(InFlightBatch batch, TimeSpan now)
    {
        retryHandler.HandleFailure(batch, batch.Error, now);
        if (retryHandler.IsCircuitOpen)
            endpoints.AlternateVersion();
    }

    private void HandleAccountError(InFlightBatch batch, TimeSpan now)
    {
        if (batch.Result!.IsApiNotEnabled && endpoints.TryOtherApiVersion(batch.Endpoint, batch.Account))
        {
            // As with a missing endpoint: if the other one fails too, the backoff must keep growing.
            outbox.Waiting.Requeue(batch.Entries);
            return;
        }

        if (endpoints.TryReturnToWorking(batch.Endpoint, batch.Account))
        {
            retryHandler.HandleFailure(batch, batch.Error, now);
            return;
        }

        retryHandler.HandleSuccess(now);
        RefuseAccount(batch, batch.Error);
    }

    private void RefuseAccount(InFlightBatch batch, RemovalError error)
    {
        // If the owner has changed the account since, the response is about values that are no longer in use.
        accounts.MarkRefused(batch.Account, error);
        if (accounts.IsRefused)
            publisher.Decide(batch.Entries, error);
        else
            outbox.Waiting.Requeue(batch.Entries);
    }

    private void HandleNoEndpoint(InFlightBatch batch, TimeSpan now)
    {
        // A switch is neither success nor failure: in an outage of all endpoints, the backoff must keep growing.
        var (step, error) = endpoints.MarkMissing(batch.Endpoint, batch.Account, batch.Error);
        if (step == MissingStep.Switched)
            outbox.Waiting.Requeue(batch.Entries);
        else if (step == MissingStep.RetrySame)
            retryHandler.HandleFailure(batch, batch.Error, now);
        else
            HandleNoEndpointLeft(batch, error, now);
    }

    private void HandleNoEndpointLeft(InFlightBatch batch, RemovalError error, TimeSpan now)
    {
        retryHandler.BackOff(batch, now);
        if (error.Kind == RemovalErrorKind.ApiNotEnabled)
            RefuseAccount(batch, error);
        else
            publisher.Decide(batch.Entries.Concat(outbox.Waiting.TakeAll()), error);
    }

    private void ReturnUndecided(InFlightBatch batch)
    {
        foreach (var entry in batch.Entries.Where(entry => !entry.IsDecided))
            outbox.MarkReturned(entry);

        // Without an account, nothing that waits can be sent.
        if (accounts.Refusal is { } refusal)
            publisher.Decide(outbox.Waiting.TakeAll(), refusal);
    }
}

/// <summary>What to do after a response that there is no such endpoint.</summary>
internal enum MissingStep
{
    /// <summary>Try the same endpoint again, because it has worked before.</summary>
    RetrySame,

    /// <summary>Another endpoint is in use now.</summary>
    Switched,

    /// <summary>No endpoint is left to try.</summary>
    Exhausted,
}
