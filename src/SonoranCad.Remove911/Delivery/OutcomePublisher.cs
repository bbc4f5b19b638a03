using System;
using System.Collections.Generic;
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
    private readonly OutcomeEvents _events;
    private readonly OutcomeLogger _log;
    private readonly IReadOnlyList<IOutcomeListener> _listeners;
    private readonly Queue<Action> _pending = new();
    private bool _isPublishing;

    /// <param name="events">Other resources.</param>
    /// <param name="log">The log.</param>
    /// <param name="listeners">Our own, which hear of each end.</param>
    public OutcomePublisher(OutcomeEvents events, ILog log, IReadOnlyList<IOutcomeListener> listeners)
    {
        _listeners = listeners;
        _events = events;
        _log = new OutcomeLogger(log);
    }

    /// <summary>Whether there is something to tell.</summary>
    public bool HasPending => _pending.Count > 0;

    /// <summary>An accepted removal has ended: cleared where <paramref name="error"/> is null.</summary>
    public void Publish(OutboxEntry entry, RemovalError? error)
    {
        foreach (var listener in _listeners)
        {
            NotifySafely(listener, entry, error);
        }

        _pending.Enqueue(() => RaiseEvent(entry.CallId, error, entry.Requester));
        foreach (var request in entry.Requests)
        {
            if (request.IsComplete)
            {
                _pending.Enqueue(() => AnswerRequest(request));
            }
        }

        if (entry.Requests.Count == 0)
        {
            // Its requester is gone with the restart: the log and the event are all that can be told.
            var callIds = new[] { entry.CallId };
            _log.LogReportAlways(entry.Requester, error is null ? RemovalReport.AllCleared(callIds) : RemovalReport.AllFailed(callIds, error));
        }
    }

    /// <summary>Tells who asked that the request waits.</summary>
    public void NotifyWaiting(RemovalRequest request, Phrase line)
    {
        request.WasNotified = true;
        _pending.Enqueue(() => NotifySafely(request.Requester, () => request.Reply.Notify(line, Tone.Warning)));
    }

    /// <summary>Refuses a request that named its calls; nothing of it was taken on.</summary>
    public void Refuse(Requester requester, IReply reply, IReadOnlyList<int> callIds, RemovalError refusal)
    {
        var report = RemovalReport.AllFailed(callIds, refusal);
        _log.LogReport(requester, report);
        PublishNow(() =>
        {
            NotifySafely(requester, () => reply.Answer(report));
            foreach (var callId in callIds)
            {
                RaiseEvent(callId, refusal, requester);
            }
        });
    }

    /// <summary>Refuses a request that named no call it could be about: only who asked is told.</summary>
    public void Refuse(Requester requester, IReply reply, RemovalError refusal)
    {
        _log.LogRefusal(requester, refusal);
        PublishNow(() => NotifySafely(requester, () => reply.Answer(RemovalReport.Refused(refusal))));
    }

    /// <summary>Tells all that was kept so far; what comes of it waits for the next time.</summary>
    public void PublishPending()
    {
        for (var remaining = _pending.Count; remaining > 0 && _pending.Count > 0; remaining--)
        {
            Run(_pending.Dequeue());
        }
    }

    // A resource that asks again from within the answer that refuses it would be refused within that one, and so on until
    // the stack ends, and the server with it: that waits for the next tick.
    private void PublishNow(Action publish)
    {
        if (_isPublishing)
        {
            _pending.Enqueue(publish);
        }
        else
        {
            Run(publish);
        }
    }

    private void Run(Action publish)
    {
        var wasPublishing = _isPublishing;
        _isPublishing = true;
        try
        {
            publish();
        }
        finally
        {
            _isPublishing = wasPublishing;
        }
    }

    private void AnswerRequest(RemovalRequest request)
    {
        var report = request.CreateReport();
        _log.LogReport(request.Requester, report);
        NotifySafely(request.Requester, () => request.Reply.Answer(report));
    }

    private void RaiseEvent(int callId, RemovalError? error, Requester requester)
    {
        try
        {
            _events.Raise(callId, error, requester);
        }
        catch (Exception e)
        {
            _log.LogEventFailure(e);
        }
    }

    // What only keeps books must not keep the requester's answer back.
    private void NotifySafely(IOutcomeListener listener, OutboxEntry entry, RemovalError? error)
    {
        try
        {
            listener.OnCompleted(entry, error);
        }
        catch (Exception e)
        {
            _log.LogListenerFailure(listener, e);
        }
    }

    private void NotifySafely(Requester requester, Action notify)
    {
        try
        {
            notify();
        }
        catch (Exception e)
        {
            _log.LogReplyFailure(requester, e);
        }
    }
}
