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
    private readonly EndpointFailover _endpoints;
    private readonly RetryHandler _retries;
    private readonly OutcomePublisher _announcer;
    private readonly ILog _log;

    public ResponseHandler(Outbox outbox, AccountProvider accounts, EndpointFailover endpoints, RetryHandler retries, OutcomePublisher announcer, ILog log)
    {
        _outbox = outbox;
        _accounts = accounts;
        _endpoints = endpoints;
        _retries = retries;
        _announcer = announcer;
        _log = log;
    }

    public void Handle(InFlightBatch flight, TimeSpan now)
    {
        var answer = flight.Answer!;
        var verdict = flight.Endpoint.Read(answer);
        _log.Write(
            LogLevel.Debug,
            new Phrase("log.answer").With("status", answer.Status).With("endpoint", flight.Endpoint.Name).With("verdict", verdict.ToString()));
        foreach (var entry in flight.Batch)
        {
            entry.Tries++;
            entry.Api = flight.Endpoint.Name;
        }

        End(flight.TakeRemovedByCad(), null);
        switch (verdict.Kind)
        {
            case CadResultKind.Cleared:
                _endpoints.MarkWorking(flight.Endpoint);
                _retries.Answered(now);
                End(flight.Batch, null);
                break;
            case CadResultKind.Refused:
            case CadResultKind.CallUnknown:
                _retries.Answered(now);
                Refused(flight, verdict);
                break;
            case CadResultKind.Failed:
                _retries.Answered(now);
                End(flight.Batch, verdict.Outcome);
                break;
            case CadResultKind.AccountFault:
                AccountFault(flight, verdict, now);
                break;
            case CadResultKind.NoEndpoint:
                NoEndpoint(flight, verdict, now);
                break;
            default:
                _retries.Failed(flight, verdict.Outcome!, now);
                break;
        }

        if (_accounts.IsRefused)
        {
            // What another answer has put back meanwhile would wait for an account that the CAD has refused.
            FailWaiting(_accounts.Refusal!);
        }
    }

    /// <summary>Ends waiting entries because of <paramref name="outcome"/>.</summary>
    public void FailWaiting(RemovalError outcome)
    {
        while (_outbox.WaitingCount > 0)
        {
            End(_outbox.TakeBatch(int.MaxValue), outcome);
        }
    }

    /// <summary>Ends entries: cleared where <paramref name="failure"/> is null.</summary>
    public void End(IReadOnlyList<OutboxEntry> entries, RemovalError? failure)
    {
        foreach (var entry in entries)
        {
            _outbox.Complete(entry);
            _announcer.Ended(entry, failure);
        }
    }

    private void Refused(InFlightBatch flight, CadResult verdict)
    {
        if (flight.NamesSeveral)
        {
            _outbox.Split(flight.Batch);
            return;
        }

        // A call that the CAD does not know any more, after a try whose answer was lost, is one that this try has cleared.
        var isDone = verdict.Kind == CadResultKind.CallUnknown && flight.Batch.All(entry => entry.MayBeCleared);
        End(flight.Batch, isDone ? null : verdict.Outcome);
    }

    private void AccountFault(InFlightBatch flight, CadResult verdict, TimeSpan now)
    {
        if (verdict.IsNotEnabled && _endpoints.TryOtherGeneration(flight.Endpoint, flight.Account))
        {
            // As with an endpoint that is missing: where the other one does not serve either, the waits must go on growing.
            _outbox.Requeue(flight.Batch);
            return;
        }

        _retries.Answered(now);
        Refuse(flight, verdict.Outcome!);
    }

    private void Refuse(InFlightBatch flight, RemovalError outcome)
    {
        if (_accounts.Refuse(flight.Account, outcome))
        {
            End(flight.Batch, outcome);
            FailWaiting(outcome);
        }
        else if (_accounts.IsRefused)
        {
            End(flight.Batch, outcome);
        }
        else
        {
            // The owner has mended it meanwhile: the answer is about values that are no longer in use.
            _outbox.Requeue(flight.Batch);
        }
    }

    private void NoEndpoint(InFlightBatch flight, CadResult verdict, TimeSpan now)
    {
        switch (_endpoints.MarkMissing(flight.Endpoint, flight.Account, verdict.Outcome!, out var end))
        {
            case EndpointSelector.Step.Next:
                var mayBeCleared = ResponseText.MayHaveServed(flight.Answer!);
                foreach (var entry in flight.Batch)
                {
                    entry.MayBeCleared |= mayBeCleared;
                }

                // No success, no failure: in an outage in which nothing serves, the waits must go on growing.
                _outbox.Requeue(flight.Batch);
                break;
            case EndpointSelector.Step.Doubt:
                _retries.Failed(flight, verdict.Outcome!, now);
                break;
            default:
                _retries.Answered(now);
                if (ReferenceEquals(end, CadErrors.ApiNotEnabled))
                {
                    Refuse(flight, end);
                }
                else
                {
                    End(flight.Batch, end);
                }

                break;
        }
    }
}
