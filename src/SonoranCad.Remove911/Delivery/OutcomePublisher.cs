using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Reports outcomes to the requester, the log, our listeners and, by local events, other resources. Replies and events run
/// other resources' code, which may send requests, stop this resource, or throw. So they wait until the dispatcher has
/// finished its step (<see cref="PublishPending"/>), and each is guarded by itself.
/// </summary>
internal sealed class OutcomePublisher(OutcomeEvents events, ILog log, IReadOnlyList<IOutcomeListener> listeners, TickBudget budget)
{
    private readonly OutcomeLogger _logger = new(log);
    private readonly Queue<Action> _pending = new();
    private bool _isPublishing;

    public bool HasPending => _pending.Count > 0;

    /// <summary>Whether the budget ended before all that was pending had been published.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Publishes the outcome of an accepted removal: cleared if <paramref name="error"/> is null.</summary>
    public void Publish(OutboxEntry entry, RemovalError? error)
    {
        foreach (var listener in listeners)
        {
            RunGuarded(() => listener.OnCompleted(entry, error), e => _logger.LogListenerFailure(listener, e));
        }

        _pending.Enqueue(() => RaiseEvent(entry.CallId, error, entry.Requester));
        foreach (var request in entry.Requests.Where(request => request.IsComplete))
        {
            _pending.Enqueue(() => SendReport(request));
        }

        if (entry.Requests.Count == 0)
        {
            // The restart ended its request: only the log and the event can report the outcome.
            var callIds = new[] { entry.CallId };
            var report = error is null ? RemovalReport.AllCleared(callIds) : RemovalReport.AllFailed(callIds, error);
            _logger.LogReportAlways(entry.Requester, report);
        }
    }

    /// <summary>Tells the requester that the request has to wait.</summary>
    public void NotifyWaiting(RemovalRequest request, Phrase message) =>
        _pending.Enqueue(() => Reply(request.Requester, () => request.Reply.Notify(message, Tone.Warning)));

    /// <summary>Refuses a request with its calls; none of them was accepted.</summary>
    public void Refuse(Requester requester, IReply reply, IReadOnlyList<int> callIds, RemovalError refusal)
    {
        var report = RemovalReport.AllFailed(callIds, refusal);
        _logger.LogReport(requester, report);
        PublishNow(() =>
        {
            Reply(requester, () => reply.Answer(report));
            foreach (var callId in callIds)
            {
                RaiseEvent(callId, refusal, requester);
            }
        });
    }

    /// <summary>Refuses a request that named no readable call: there is no call to raise an event for.</summary>
    public void Refuse(Requester requester, IReply reply, RemovalError refusal)
    {
        _logger.LogRefusal(requester, refusal);
        PublishNow(() => Reply(requester, () => reply.Answer(RemovalReport.Refused(refusal))));
    }

    /// <summary>Publishes what is pending now; what that adds waits for the next call. False if the budget ended first.</summary>
    public bool PublishPending()
    {
        var hasTime = true;
        var remaining = _pending.Count;
        for (; hasTime && remaining > 0 && _pending.Count > 0; remaining--)
        {
            Run(_pending.Dequeue());
            hasTime = !budget.IsSpent;
        }

        IsBehind = remaining > 0 && _pending.Count > 0;
        return hasTime;
    }

    // A resource may send a new request from within the reply that refuses the last one. Refusing that one right there would
    // recurse until the stack overflows and the server crashes, so it waits for the next tick.
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

    private void SendReport(RemovalRequest request)
    {
        var report = request.CreateReport();
        _logger.LogReport(request.Requester, report);
        Reply(request.Requester, () => request.Reply.Answer(report));
    }

    private void Reply(Requester requester, Action reply) => RunGuarded(reply, e => _logger.LogReplyFailure(requester, e));

    private void RaiseEvent(int callId, RemovalError? error, Requester requester) =>
        RunGuarded(() => events.Raise(callId, error, requester), _logger.LogEventFailure);

    // One receiver's exception must not keep the outcome from the others.
    private static void RunGuarded(Action action, Action<Exception> logFailure)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            logFailure(e);
        }
    }
}
