using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The state machine between those who ask and the CAD. Handlers put removals in and note answers; <see cref="Pump"/>,
/// driven by the server's tick while anything is pending, sends and finishes. Nothing here waits.
/// </summary>
internal sealed class RemovalQueue
{
    /// <summary>The most requests that may wait or be on their way at once.</summary>
    public const int Most = 1000;

    private readonly IHttpTransport _http;
    private readonly AccountDesk _accounts;
    private readonly RemoveCallsRequest _requests;
    private readonly AnswerClassifier _answers;
    private readonly OutcomeAnnouncer _announcer;
    private readonly ILog _log;

    private readonly Queue<Removal> _waiting = new();
    private readonly Dictionary<int, InFlight> _inFlight = new();
    private readonly List<int> _due = new();

    public RemovalQueue(
        IHttpTransport http,
        AccountDesk accounts,
        RemoveCallsRequest requests,
        AnswerClassifier answers,
        OutcomeAnnouncer announcer,
        ILog log)
    {
        _http = http;
        _accounts = accounts;
        _requests = requests;
        _answers = answers;
        _announcer = announcer;
        _log = log;
    }

    /// <summary>
    /// How long an answer is waited for. The server's own client gives up after 5 s without a byte, so past this the
    /// answer is lost.
    /// </summary>
    public static TimeSpan AnswerTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a tick is needed.</summary>
    public bool IsBusy => _waiting.Count > 0 || _inFlight.Count > 0;

    /// <summary>Takes a removal on, or says why not.</summary>
    public Outcome? TryAccept(Removal removal)
    {
        if (_accounts.Current(out var fault) is null)
        {
            return fault;
        }

        if (_waiting.Count + _inFlight.Count >= Most)
        {
            return Outcomes.Busy;
        }

        _waiting.Enqueue(removal);
        return null;
    }

    /// <summary>Notes an answer for the next tick; one that nobody waits for, or a second one, is passed over.</summary>
    public void NoteAnswer(int token, CadAnswer answer)
    {
        if (_inFlight.TryGetValue(token, out var request) && request.Answer is null)
        {
            request.Answer = answer;
        }
    }

    /// <summary>Finishes what was answered or is overdue at <paramref name="now"/>, then sends what waits.</summary>
    public void Pump(TimeSpan now)
    {
        FinishAnswered(now);
        SendWaiting(now);
    }

    /// <summary>Ends everything: who waits is told that the resource stopped.</summary>
    public void Stop()
    {
        var open = _inFlight.Values.Select(request => request.Removal).Concat(_waiting).ToList();
        _inFlight.Clear();
        _waiting.Clear();
        foreach (var removal in open)
        {
            _announcer.Announce(removal.Requester, removal.Reply, RemovalReport.AllFailed(removal.CallIds, Outcomes.Stopped));
        }
    }

    private void FinishAnswered(TimeSpan now)
    {
        foreach (var pair in _inFlight)
        {
            if (pair.Value.Answer is not null || now - pair.Value.SentAt >= AnswerTimeout)
            {
                _due.Add(pair.Key);
            }
        }

        // Taken out before anyone is told: a callback may come back into the queue, or stop this resource.
        foreach (var token in _due)
        {
            if (_inFlight.TryGetValue(token, out var request))
            {
                _inFlight.Remove(token);
                Finish(request, token);
            }
        }

        _due.Clear();
    }

    private void Finish(InFlight request, int token)
    {
        var verdict = request.Answer is null ? CadVerdict.Failed(CadOutcomes.NoAnswer) : _answers.Read(request.Answer);
        _log.Write(LogLevel.Debug, $"Request {token}: {request.Answer?.Status.ToString() ?? "no answer"}, {verdict.Failure?.Code ?? "cleared"}.");
        Finish(request.Removal, request.Account, verdict);
    }

    private void Finish(Removal removal, CadAccount account, CadVerdict verdict)
    {
        if (verdict.IsAccountFault)
        {
            _accounts.Refuse(account, verdict.Failure!);
        }

        var report = verdict.Failure is null
            ? RemovalReport.AllCleared(removal.CallIds)
            : RemovalReport.AllFailed(removal.CallIds, verdict.Failure);
        _announcer.Announce(removal.Requester, removal.Reply, report);
    }

    private void SendWaiting(TimeSpan now)
    {
        // Only as many as wait now: what a callback adds meanwhile goes out with the next tick.
        for (var count = _waiting.Count; count > 0 && _waiting.Count > 0; count--)
        {
            var removal = _waiting.Dequeue();
            var account = _accounts.Current(out var fault);
            if (account is null)
            {
                _announcer.Announce(removal.Requester, removal.Reply, RemovalReport.AllFailed(removal.CallIds, fault!));
                continue;
            }

            var token = Send(account, removal);
            if (token < 0)
            {
                Finish(removal, account, _answers.Read(CadAnswer.NotSent));
                continue;
            }

            _log.Write(LogLevel.Debug, $"Request {token}: REMOVE_911 for {string.Join(", ", removal.CallIds)}.");
            _inFlight[token] = new InFlight(removal, account, now);
        }
    }

    // What was taken off the queue must end in an answer: a server that throws has not sent it.
    private int Send(CadAccount account, Removal removal)
    {
        try
        {
            return _http.Send(_requests.Create(account, removal.CallIds));
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, $"The game server could not send a request: {e}");
            return -1;
        }
    }
}
