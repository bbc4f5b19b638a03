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
internal sealed class ResponseHandler
{
    private readonly Outbox _outbox;
    private readonly AccountProvider _accounts;
    private readonly EndpointFailover _failover;
    private readonly RetryHandler _retryHandler;
    private readonly OutcomePublisher _publisher;
    private readonly ILog _log;

    public ResponseHandler(Outbox outbox, AccountProvider accounts, EndpointFailover failover, RetryHandler retryHandler, OutcomePublisher publisher, ILog log)
    {
        _outbox = outbox;
        _accounts = accounts;
        _failover = failover;
        _retryHandler = retryHandler;
        _publisher = publisher;
        _log = log;
    }

    public void Handle(InFlightBatch batch, TimeSpan now)
    {
        var response = batch.Response!;
        var result = batch.Endpoint.Read(response);
        _log.Write(
            LogLevel.Debug,
            new Phrase("log.answer").With("status", response.Status).With("endpoint", batch.Endpoint.Name).With("verdict", result.ToString()));
        foreach (var entry in batch.Entries)
        {
            entry.Tries++;
            entry.Api = batch.Endpoint.Name;
        }

        Complete(batch.TakeRemovedByCad(), null);
        switch (result.Kind)
        {
            case CadResultKind.Cleared:
                _failover.MarkWorking(batch.Endpoint);
                _retryHandler.HandleSuccess(now);
                Complete(batch.Entries, null);
                break;
            case CadResultKind.Refused:
            case CadResultKind.CallNotFound:
                _retryHandler.HandleSuccess(now);
                HandleRefusal(batch, result);
                break;
            case CadResultKind.Failed:
                _retryHandler.HandleSuccess(now);
                Complete(batch.Entries, result.Error);
                break;
            case CadResultKind.AccountError:
                HandleAccountError(batch, result, now);
                break;
            case CadResultKind.NoEndpoint:
                HandleNoEndpoint(batch, result, now);
                break;
            default:
                _retryHandler.HandleFailure(batch, result.Error!, now);
                break;
        }

        if (_accounts.IsRefused)
        {
            // What another answer has put back meanwhile would wait for an account that the CAD has refused.
            FailWaiting(_accounts.Refusal!);
        }
    }

    /// <summary>Ends waiting entries because of <paramref name="error"/>.</summary>
    public void FailWaiting(RemovalError error)
    {
        while (_outbox.WaitingCount > 0)
        {
            Complete(_outbox.TakeBatch(int.MaxValue), error);
        }
    }

    /// <summary>Ends entries: cleared where <paramref name="error"/> is null.</summary>
    public void Complete(IReadOnlyList<OutboxEntry> entries, RemovalError? error)
    {
        foreach (var entry in entries)
        {
            _outbox.Complete(entry, error);
            _publisher.Publish(entry, error);
        }
    }

    private void HandleRefusal(InFlightBatch batch, CadResult result)
    {
        if (batch.NamedSeveralCalls)
        {
            _outbox.Split(batch.Entries);
            return;
        }

        // A call that the CAD does not know any more, after a try whose answer was lost, is one that this try has cleared.
        var isCleared = result.Kind == CadResultKind.CallNotFound && batch.Entries.All(entry => entry.MayBeCleared);
        Complete(batch.Entries, isCleared ? null : result.Error);
    }

    private void HandleAccountError(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        if (result.IsApiNotEnabled && _failover.TryOtherApiVersion(batch.Endpoint, batch.Account))
        {
            // As with an endpoint that is missing: where the other one does not serve either, the waits must go on growing.
            _outbox.Requeue(batch.Entries);
            return;
        }

        _retryHandler.HandleSuccess(now);
        RefuseAccount(batch, result.Error!);
    }

    private void RefuseAccount(InFlightBatch batch, RemovalError error)
    {
        if (_accounts.MarkRefused(batch.Account, error))
        {
            Complete(batch.Entries, error);
            FailWaiting(error);
        }
        else if (_accounts.IsRefused)
        {
            Complete(batch.Entries, error);
        }
        else
        {
            // The owner has mended it meanwhile: the answer is about values that are no longer in use.
            _outbox.Requeue(batch.Entries);
        }
    }

    private void HandleNoEndpoint(InFlightBatch batch, CadResult result, TimeSpan now)
    {
        var failover = _failover.MarkMissing(batch.Endpoint, batch.Account, result.Error!);
        switch (failover.Step)
        {
            case MissingStep.Switched:
                var mayBeCleared = ResponseText.MayHaveSucceeded(batch.Response!);
                foreach (var entry in batch.Entries)
                {
                    entry.MayBeCleared |= mayBeCleared;
                }

                // No success, no failure: in an outage in which nothing serves, the waits must go on growing.
                _outbox.Requeue(batch.Entries);
                break;
            case MissingStep.RetrySame:
                _retryHandler.HandleFailure(batch, result.Error!, now);
                break;
            default:
                _retryHandler.HandleSuccess(now);
                if (failover.Error.Kind == RemovalErrorKind.ApiNotEnabled)
                {
                    RefuseAccount(batch, failover.Error);
                }
                else
                {
                    Complete(batch.Entries, failover.Error);
                }

                break;
        }
    }
}
