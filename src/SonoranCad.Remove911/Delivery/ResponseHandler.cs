using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides what an answer means for the calls of its request: ended, split, or tried again.</summary>
internal sealed class ResponseHandler(
    Outbox outbox, AccountProvider accounts, EndpointFailover failover, RetryHandler retryHandler, OutcomePublisher publisher, ILog log)
{
    public void Handle(InFlightBatch batch, TimeSpan now)
    {
        var response = batch.Response!;
        var result = batch.Endpoint.Read(response);
        log.Write(
            LogLevel.Debug,
            new Phrase("log.answer").With("status", response.Status).With("endpoint", batch.Endpoint.Name).With("verdict", result.ToString()));
        foreach (var entry in batch.Entries)
        {
            entry.Tries++;
            entry.Api = batch.Endpoint.Name;
        }

        Complete(batch.TakeRemovedByCad(), null);
        Handle(batch, result, now);
        if (accounts.IsRefused)
        {
            // What another response has put back meanwhile would wait for an account that the CAD has refused.
            FailWaiting(accounts.Refusal!);
        }
    }

    private void Handle(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        switch (result.Kind)
        {
            case CadResultKind.Cleared:
                failover.MarkWorking(batch.Endpoint);
                retryHandler.HandleSuccess(now);
                Complete(batch.Entries, null);
                break;
            case CadResultKind.Refused:
            case CadResultKind.CallNotFound:
                retryHandler.HandleSuccess(now);
                HandleRefusal(batch, result);
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
                retryHandler.HandleFailure(batch, result.Error!, now);
                break;
        }
    }

    /// <summary>Ends waiting entries because of <paramref name="error"/>.</summary>
    public void FailWaiting(RemovalError error)
    {
        while (outbox.Waiting.Count > 0)
        {
            Complete(outbox.Waiting.TakeBatch(int.MaxValue), error);
        }
    }

    /// <summary>Ends entries: cleared where <paramref name="error"/> is null.</summary>
    public void Complete(IReadOnlyList<OutboxEntry> entries, RemovalError? error)
    {
        foreach (var entry in entries)
        {
            outbox.Complete(entry, error);
            publisher.Publish(entry, error);
        }
    }

    private void HandleRefusal(InFlightBatch batch, CadResult result)
    {
        if (batch.NamedSeveralCalls)
        {
            outbox.Waiting.Split(batch.Entries);
            return;
        }

        // A call that the CAD does not know any more, after a try whose answer was lost, is one that this try has cleared.
        var isCleared = result.Kind == CadResultKind.CallNotFound && batch.Entries.All(entry => entry.MayBeCleared);
        Complete(batch.Entries, isCleared ? null : result.Error);
    }

    private void HandleAccountError(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        if (result.IsApiNotEnabled && failover.TryOtherApiVersion(batch.Endpoint, batch.Account))
        {
            // As with an endpoint that is missing: where the other one does not serve either, the waits must go on growing.
            outbox.Waiting.Requeue(batch.Entries);
            return;
        }

        retryHandler.HandleSuccess(now);
        RefuseAccount(batch, result.Error!);
    }

    private void RefuseAccount(InFlightBatch batch, RemovalError error)
    {
        if (accounts.MarkRefused(batch.Account, error))
        {
            Complete(batch.Entries, error);
            FailWaiting(error);
        }
        else if (accounts.IsRefused)
        {
            Complete(batch.Entries, error);
        }
        else
        {
            // The owner has mended it meanwhile: the answer is about values that are no longer in use.
            outbox.Waiting.Requeue(batch.Entries);
        }
    }

    private void HandleNoEndpoint(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        var next = failover.MarkMissing(batch.Endpoint, batch.Account, result.Error!);
        switch (next.Step)
        {
            case MissingStep.Switched:
                var mayBeCleared = ResponseText.MayHaveSucceeded(batch.Response!);
                foreach (var entry in batch.Entries)
                {
                    entry.MayBeCleared |= mayBeCleared;
                }

                // No success, no failure: in an outage in which nothing serves, the waits must go on growing.
                outbox.Waiting.Requeue(batch.Entries);
                break;
            case MissingStep.RetrySame:
                retryHandler.HandleFailure(batch, result.Error!, now);
                break;
            default:
                retryHandler.HandleSuccess(now);
                if (next.Error.Kind == RemovalErrorKind.ApiNotEnabled)
                {
                    RefuseAccount(batch, next.Error);
                }
                else
                {
                    Complete(batch.Entries, next.Error);
                }

                break;
        }
    }
}
