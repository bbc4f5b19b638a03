using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides what an answer means for the calls of its request: ended, split, or tried again.</summary>
internal sealed class AnswerDesk
{
    private readonly Outbox _outbox;
    private readonly AccountDesk _accounts;
    private readonly EndpointDesk _endpoints;
    private readonly RetryDesk _retries;
    private readonly OutcomeAnnouncer _announcer;
    private readonly ILog _log;

    public AnswerDesk(Outbox outbox, AccountDesk accounts, EndpointDesk endpoints, RetryDesk retries, OutcomeAnnouncer announcer, ILog log)
    {
        _outbox = outbox;
        _accounts = accounts;
        _endpoints = endpoints;
        _retries = retries;
        _announcer = announcer;
        _log = log;
    }

    public void Settle(Flight flight, TimeSpan now)
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
            case VerdictKind.Cleared:
                _endpoints.Worked(flight.Endpoint);
                _retries.Answered(now);
                End(flight.Batch, null);
                break;
            case VerdictKind.Refused:
            case VerdictKind.CallUnknown:
                _retries.Answered(now);
                Refused(flight, verdict);
                break;
            case VerdictKind.Failed:
                _retries.Answered(now);
                End(flight.Batch, verdict.Outcome);
                break;
            case VerdictKind.AccountFault:
                AccountFault(flight, verdict, now);
                break;
            case VerdictKind.NoEndpoint:
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
    public void FailWaiting(Outcome outcome)
    {
        while (_outbox.WaitingCount > 0)
        {
            End(_outbox.TakeBatch(int.MaxValue), outcome);
        }
    }

    /// <summary>Ends entries: cleared where <paramref name="failure"/> is null.</summary>
    public void End(IReadOnlyList<OutboxEntry> entries, Outcome? failure)
    {
        foreach (var entry in entries)
        {
            _outbox.End(entry);
            _announcer.Ended(entry, failure);
        }
    }

    private void Refused(Flight flight, CadVerdict verdict)
    {
        if (flight.NamesSeveral)
        {
            _outbox.Split(flight.Batch);
            return;
        }

        // A call that the CAD does not know any more, after a try whose answer was lost, is one that this try has cleared.
        var isDone = verdict.Kind == VerdictKind.CallUnknown && flight.Batch.All(entry => entry.MayBeCleared);
        End(flight.Batch, isDone ? null : verdict.Outcome);
    }

    private void AccountFault(Flight flight, CadVerdict verdict, TimeSpan now)
    {
        if (verdict.IsNotEnabled && _endpoints.TryOtherGeneration(flight.Endpoint, flight.Account))
        {
            // As with an endpoint that is missing: where the other one does not serve either, the waits must go on growing.
            _outbox.Return(flight.Batch);
            return;
        }

        _retries.Answered(now);
        Refuse(flight, verdict.Outcome!);
    }

    private void Refuse(Flight flight, Outcome outcome)
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
            _outbox.Return(flight.Batch);
        }
    }

    private void NoEndpoint(Flight flight, CadVerdict verdict, TimeSpan now)
    {
        switch (_endpoints.Missing(flight.Endpoint, flight.Account, verdict.Outcome!, out var end))
        {
            case EndpointRing.Step.Next:
                var mayBeCleared = AnswerText.MayHaveServed(flight.Answer!);
                foreach (var entry in flight.Batch)
                {
                    entry.MayBeCleared |= mayBeCleared;
                }

                // No success, no failure: in an outage in which nothing serves, the waits must go on growing.
                _outbox.Return(flight.Batch);
                break;
            case EndpointRing.Step.Doubt:
                _retries.Failed(flight, verdict.Outcome!, now);
                break;
            default:
                _retries.Answered(now);
                if (ReferenceEquals(end, CadOutcomes.ApiNotEnabled))
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
