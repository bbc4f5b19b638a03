using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Tells everyone what came of a request: the one who asked, the log, and other resources by local events. All that runs
/// other resources' code, which may come back with requests, stop this resource, or throw; so it is kept until the state
/// machine has done its step (<see cref="Dispatch"/>), and each part is caught by itself.
/// </summary>
internal sealed class OutcomeAnnouncer
{
    private readonly IEventBus _events;
    private readonly ILog _log;
    private readonly List<IOutcomeListener> _listeners;
    private readonly Queue<Action> _pending = new();
    private bool _isTelling;

    /// <param name="events">Other resources.</param>
    /// <param name="log">The log.</param>
    /// <param name="listeners">Our own, which hear of each end.</param>
    public OutcomeAnnouncer(IEventBus events, ILog log, params IOutcomeListener[] listeners)
    {
        _listeners = listeners.ToList();
        _events = events;
        _log = log;
    }

    /// <summary>Raised when a request has its answer.</summary>
    public event Action? Answered;

    /// <summary>Whether there is something to tell.</summary>
    public bool IsBusy => _pending.Count > 0;

    /// <summary>Another one of our own that hears of each end.</summary>
    public void Tell(IOutcomeListener listener) => _listeners.Add(listener);

    /// <summary>An accepted removal has ended: cleared where <paramref name="failure"/> is null.</summary>
    public void Ended(OutboxEntry entry, Outcome? failure)
    {
        foreach (var listener in _listeners)
        {
            Guarded(listener, entry, failure);
        }

        _pending.Enqueue(() => RaiseEvent(entry.CallId, failure, entry.Requester));
        foreach (var ticket in entry.Tickets)
        {
            if (failure is null)
            {
                ticket.Cleared(entry.CallId);
            }
            else
            {
                ticket.Failed(entry.CallId, failure);
            }

            if (ticket.IsComplete)
            {
                Answered?.Invoke();
                _pending.Enqueue(() => Complete(ticket));
            }
        }

        if (entry.Tickets.Count == 0)
        {
            // Its requester is gone with the restart: the log and the event are all that can be told.
            Log(entry.Requester, failure is null ? RemovalReport.AllCleared(new[] { entry.CallId }) : RemovalReport.AllFailed(new[] { entry.CallId }, failure), always: true);
        }
    }

    /// <summary>Tells who asked that the request waits.</summary>
    public void Wait(Ticket ticket, Phrase line)
    {
        ticket.WasTold = true;
        _pending.Enqueue(() => Guarded(ticket.Requester, () => ticket.Reply.Tell(line, Tone.Warning)));
    }

    /// <summary>Refuses a request that named its calls; nothing of it was taken on.</summary>
    public void Refuse(Requester requester, IReply reply, IReadOnlyList<int> callIds, Outcome refusal)
    {
        var report = RemovalReport.AllFailed(callIds, refusal);
        Log(requester, report, always: false);
        TellNow(() =>
        {
            Guarded(requester, () => reply.Answer(report));
            foreach (var callId in callIds)
            {
                RaiseEvent(callId, refusal, requester);
            }
        });
    }

    /// <summary>Refuses a request that named no call it could be about: only who asked is told.</summary>
    public void Refuse(Requester requester, IReply reply, Outcome refusal)
    {
        _log.Write(
            LogLevel.Debug,
            new Phrase("log.refused_request").With("requester", requester.Describe()).With("reason", refusal.Message).With("code", refusal.Code));
        TellNow(() => Guarded(requester, () => reply.Answer(RemovalReport.Refused(refusal))));
    }

    /// <summary>Tells all that was kept so far; what comes of it waits for the next time.</summary>
    public void Dispatch()
    {
        for (var left = _pending.Count; left > 0 && _pending.Count > 0; left--)
        {
            Run(_pending.Dequeue());
        }
    }

    // A resource that asks again from within the answer that refuses it would be refused within that one, and so on until
    // the stack ends, and the server with it: that waits for the next tick.
    private void TellNow(Action tell)
    {
        if (_isTelling)
        {
            _pending.Enqueue(tell);
        }
        else
        {
            Run(tell);
        }
    }

    private void Run(Action tell)
    {
        var wasTelling = _isTelling;
        _isTelling = true;
        try
        {
            tell();
        }
        finally
        {
            _isTelling = wasTelling;
        }
    }

    private void Complete(Ticket ticket)
    {
        var report = ticket.Report();
        Log(ticket.Requester, report, always: false);
        Guarded(ticket.Requester, () => ticket.Reply.Answer(report));
    }

    private void RaiseEvent(int callId, Outcome? failure, Requester requester)
    {
        try
        {
            if (failure is null)
            {
                _events.CallCleared(callId, requester.ToDictionary());
            }
            else
            {
                _events.CallFailed(callId, failure, requester.ToDictionary());
            }
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Warn, new Phrase("log.event_failed").With("details", Describe(e)));
        }
    }

    // What only keeps books must not keep the requester's answer back.
    private void Guarded(IOutcomeListener listener, OutboxEntry entry, Outcome? failure)
    {
        try
        {
            listener.Ended(entry, failure);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, new Phrase("log.fault").With("where", listener.GetType().Name).With("details", e.ToString()));
        }
    }

    private void Guarded(Requester requester, Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Warn, new Phrase("log.answer_failed").With("requester", requester.Describe()).With("details", Describe(e)));
        }
    }

    private void Log(Requester requester, RemovalReport report, bool always)
    {
        // The console is answered in a line of its own that says the same.
        if (requester.Kind == RequesterKind.Console && !always)
        {
            return;
        }

        if (report.Cleared.Count > 0)
        {
            _log.Write(LogLevel.Info, Phrase.OfCalls("log.cleared", report.Cleared, all: true).With("requester", requester.Describe()));
        }

        foreach (var group in report.Failed.Where(failure => failure.CallId.HasValue).GroupBy(failure => failure.Outcome))
        {
            var ids = group.Select(failure => failure.CallId!.Value).ToList();
            _log.Write(
                LogLevel.Warn,
                Phrase.OfCalls("log.not_cleared", ids, all: true)
                    .With("requester", requester.Describe())
                    .With("reason", group.Key.Message)
                    .With("code", group.Key.Code));
        }
    }

    private static string Describe(Exception e) =>
        $"{e.GetType().Name}: {SafeText.Clean(e.Message, SafeText.CadTextLength)}";
}
