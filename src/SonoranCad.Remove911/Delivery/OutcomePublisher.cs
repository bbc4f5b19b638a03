using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Tells everyone what came of a request: the one who asked, the log, and other resources by local events. All that runs
/// other resources' code, which may come back with requests, stop this resource, or throw; so it is kept until the state
/// machine has done its step (<see cref="PublishPending"/>), and each part is caught by itself.
/// </summary>
internal sealed class OutcomePublisher
{
    private readonly IOutcomeEvents _events;
    private readonly OutcomeLogger _log;
    private readonly List<IOutcomeListener> _listeners;
    private readonly Queue<Action> _pending = new();
    private bool _isTelling;

    /// <param name="events">Other resources.</param>
    /// <param name="log">The log.</param>
    /// <param name="listeners">Our own, which hear of each end.</param>
    public OutcomePublisher(IOutcomeEvents events, ILog log, params IOutcomeListener[] listeners)
    {
        _listeners = listeners.ToList();
        _events = events;
        _log = new OutcomeLogger(log);
    }

    /// <summary>Raised when a request has its answer.</summary>
    public event Action? Answered;

    /// <summary>Whether there is something to tell.</summary>
    public bool IsBusy => _pending.Count > 0;

    /// <summary>Another one of our own that hears of each end.</summary>
    public void Subscribe(IOutcomeListener listener) => _listeners.Add(listener);

    /// <summary>An accepted removal has ended: cleared where <paramref name="failure"/> is null.</summary>
    public void Ended(OutboxEntry entry, RemovalError? failure)
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
            var callIds = new[] { entry.CallId };
            _log.CameUntold(entry.Requester, failure is null ? RemovalReport.AllCleared(callIds) : RemovalReport.AllFailed(callIds, failure));
        }
    }

    /// <summary>Tells who asked that the request waits.</summary>
    public void Wait(RemovalRequest ticket, Phrase line)
    {
        ticket.WasTold = true;
        _pending.Enqueue(() => Guarded(ticket.Requester, () => ticket.Reply.Tell(line, Tone.Warning)));
    }

    /// <summary>Refuses a request that named its calls; nothing of it was taken on.</summary>
    public void Refuse(Requester requester, IReply reply, IReadOnlyList<int> callIds, RemovalError refusal)
    {
        var report = RemovalReport.AllFailed(callIds, refusal);
        _log.Came(requester, report);
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
    public void Refuse(Requester requester, IReply reply, RemovalError refusal)
    {
        _log.Refused(requester, refusal);
        TellNow(() => Guarded(requester, () => reply.Answer(RemovalReport.Refused(refusal))));
    }

    /// <summary>Tells all that was kept so far; what comes of it waits for the next time.</summary>
    public void PublishPending()
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

    private void Complete(RemovalRequest ticket)
    {
        var report = ticket.Report();
        _log.Came(ticket.Requester, report);
        Guarded(ticket.Requester, () => ticket.Reply.Answer(report));
    }

    private void RaiseEvent(int callId, RemovalError? failure, Requester requester)
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
            _log.EventFailed(e);
        }
    }

    // What only keeps books must not keep the requester's answer back.
    private void Guarded(IOutcomeListener listener, OutboxEntry entry, RemovalError? failure)
    {
        try
        {
            listener.Ended(entry, failure);
        }
        catch (Exception e)
        {
            _log.ListenerFailed(listener, e);
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
            _log.AnswerFailed(requester, e);
        }
    }
}
