using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides what a response means for the calls of its request: cleared, failed, split, or tried again.</summary>
internal sealed class ResponseHandler(
    Outbox outbox, AccountProvider accounts, EndpointFailover failover, RetryHandler retryHandler, RefusalHandler refusals, CompletionQueue completions)
{
    public void Handle(InFlightBatch batch, TimeSpan now)
    {
        foreach (var entry in batch.Entries)
        {
            entry.Tries++;
            entry.Api = batch.Endpoint.Name;
        }

        // At once, because a refused batch is judged by what has been cleared.
        foreach (var entry in batch.TakeRemovedByCad())
        {
            completions.Complete(entry, null);
        }

        Handle(batch, batch.Result!, now);
        foreach (var entry in batch.Entries.Where(entry => !entry.IsDecided))
        {
            outbox.MarkReturned(entry);
        }

        // Without an account, nothing that waits can be sent.
        if (accounts.Refusal is { } refusal)
        {
            Complete(outbox.Waiting.TakeAll(), refusal);
        }
    }

    /// <inheritdoc cref="CompletionQueue.Add"/>
    public void Complete(IReadOnlyList<OutboxEntry> entries, RemovalError? error) => completions.Add(entries, error);

    /// <inheritdoc cref="CompletionQueue.Complete()"/>
    public bool CompleteDecided() => completions.Complete();

    private void Handle(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        switch (result.Kind)
        {
            case CadResultKind.Cleared:
                HandleCleared(batch, result, now);
                break;
            case CadResultKind.Refused:
            case CadResultKind.CallNotFound:
                HandleRefusal(batch, result, now);
                break;
            case CadResultKind.Failed:
                retryHandler.HandleSuccess(now);
                Complete(batch.Entries, result.Error);
                break;
            case CadResultKind.AccountError:
                HandleAccountError(batch, result, now);
                break;
            case CadResultKind.NoEndpoint:
                HandleNoEndpoint(batch, result, now);
                break;
            default:
                HandleFailure(batch, result.Error!, now);
                break;
        }
    }

    private void HandleCleared(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        failover.MarkWorking(batch.Endpoint, batch.Account);
        if (result.IsDeprecated)
        {
            failover.MarkDeprecated(batch.Endpoint, now);
        }

        retryHandler.HandleSuccess(now);
        Complete(batch.Entries, null);
    }

    private void HandleFailure(InFlightBatch batch, RemovalError error, TimeSpan now)
    {
        retryHandler.HandleFailure(batch, error, now);
        if (retryHandler.IsCircuitOpen)
        {
            failover.AlternateVersion();
        }
    }

    private void HandleRefusal(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        var refusal = refusals.Handle(batch, result);
        if (refusal.IsOfCommunity)
        {
            retryHandler.BackOff(batch, now);
        }
        else
        {
            retryHandler.HandleSuccess(now);
        }

        // If the CAD no longer knows the call after a try that may have cleared it, that try did.
        var isCleared = result.Kind == CadResultKind.CallNotFound && refusal.Failed.All(entry => entry.MayBeCleared);
        Complete(refusal.Failed, isCleared ? null : result.Error);
    }

    private void HandleAccountError(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        if (result.IsApiNotEnabled && failover.TryOtherApiVersion(batch.Endpoint, batch.Account))
        {
            // As with a missing endpoint: if the other one fails too, the backoff must keep growing.
            outbox.Waiting.Requeue(batch.Entries);
            return;
        }

        if (failover.TryReturnToWorking(batch.Endpoint, batch.Account))
        {
            retryHandler.HandleFailure(batch, result.Error!, now);
            return;
        }

        retryHandler.HandleSuccess(now);
        RefuseAccount(batch, result.Error!);
    }

    private void RefuseAccount(InFlightBatch batch, RemovalError error)
    {
        accounts.MarkRefused(batch.Account, error);
        if (accounts.IsRefused)
        {
            Complete(batch.Entries, error);
        }
        else
        {
            // The owner has changed the account since: the response is about values that are no longer in use.
            outbox.Waiting.Requeue(batch.Entries);
        }
    }

    private void HandleNoEndpoint(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        var next = failover.MarkMissing(batch.Endpoint, batch.Account, result.Error!);
        switch (next.Step)
        {
            case MissingStep.Switched:
                // Neither success nor failure: in an outage of all endpoints, the backoff must keep growing.
                outbox.Waiting.Requeue(batch.Entries);
                break;
            case MissingStep.RetrySame:
                retryHandler.HandleFailure(batch, result.Error!, now);
                break;
            default:
                retryHandler.BackOff(batch, now);
                if (next.Error.Kind == RemovalErrorKind.ApiNotEnabled)
                {
                    RefuseAccount(batch, next.Error);
                }
                else
                {
                    Complete(batch.Entries, next.Error);
                    Complete(outbox.Waiting.TakeAll(), next.Error);
                }

                break;
        }
    }
}
