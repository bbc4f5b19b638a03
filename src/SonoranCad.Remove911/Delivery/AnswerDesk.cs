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
    private const int TriesTogether = 3;

    private readonly Outbox _outbox;
    private readonly AccountDesk _accounts;
    private readonly EndpointDesk _endpoints;
    private readonly RetrySchedule _schedule;
    private readonly OutcomeAnnouncer _announcer;
    private readonly DeliveryTally _tally;
    private readonly ILog _log;

    public AnswerDesk(
        Outbox outbox, AccountDesk accounts, EndpointDesk endpoints, RetrySchedule schedule, OutcomeAnnouncer announcer, DeliveryTally tally, ILog log)
    {
        _outbox = outbox;
        _accounts = accounts;
        _endpoints = endpoints;
        _schedule = schedule;
        _announcer = announcer;
        _tally = tally;
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
                Answered(now);
                End(flight.Batch, null);
                break;
            case VerdictKind.Refused:
            case VerdictKind.CallUnknown:
                Answered(now);
                Refused(flight, verdict);
                break;
            case VerdictKind.Failed:
                Answered(now);
                End(flight.Batch, verdict.Outcome);
                break;
            case VerdictKind.AccountFault:
                AccountFault(flight, verdict, now);
                break;
            case VerdictKind.NoEndpoint:
                NoEndpoint(flight, verdict, now);
                break;
            default:
                TryAgain(flight, verdict.Outcome!, now);
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

        Answered(now);
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
                TryAgain(flight, verdict.Outcome!, now);
                break;
            default:
                Answered(now);
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

    private void TryAgain(Flight flight, Outcome outcome, TimeSpan now)
    {
        // With these two the CAD has done nothing; after any other fault it may have.
        var mayBeCleared = flight.Answer!.Status is not (429 or CadAnswer.NotSentStatus);
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

    // A call on which the CAD itself fails each time must not hold up those behind it until it expires.
    private void PutBack(Flight flight)
    {
        var batch = flight.Batch;
        if (batch.Count == 0 || flight.Answer!.Status is < 200 or 429 || batch[0].Tries < TriesTogether)
        {
            _outbox.Return(batch);
        }
        else if (batch.Count > 1)
        {
            _outbox.Split(batch);
        }
        else
        {
            _outbox.Defer(batch[0]);
        }
    }

    private void Answered(TimeSpan now)
    {
        if (_schedule.Succeeded(now))
        {
            _log.Write(LogLevel.Info, new Phrase("log.circuit_closed"));
        }
    }
}
