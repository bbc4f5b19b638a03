using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The state machine between those who ask and the CAD. Handlers put removals in and note answers; <see cref="Tick"/>,
/// driven by the server's tick while anything is pending, does one step: what was answered, what is overdue or expired,
/// what may go out. Nothing here waits; docs/architecture.md draws it.
/// </summary>
internal sealed class OutboxDispatcher : ITickable, IHttpResponseHandler
{
    private readonly Outbox _outbox;
    private readonly OutboxStore _store;
    private readonly BatchSender _sender;
    private readonly ResponseHandler _responseHandler;
    private readonly AccountProvider _accounts;
    private readonly DelayNotices _notices;
    private readonly OutcomePublisher _publisher;
    private readonly IClock _clock;

    private readonly List<RemovalRequest> _openRequests = new();
    private readonly Queue<OutboxEntry> _removedByCad = new();
    private TimeSpan _nextStepAt;
    private bool _isTicking;

    public OutboxDispatcher(
        Outbox outbox,
        OutboxStore store,
        BatchSender sender,
        ResponseHandler responseHandler,
        AccountProvider accounts,
        OutcomePublisher publisher,
        IClock clock)
    {
        _outbox = outbox;
        _store = store;
        _sender = sender;
        _responseHandler = responseHandler;
        _accounts = accounts;
        _notices = new DelayNotices(outbox, sender, publisher);
        _publisher = publisher;
        _clock = clock;
        publisher.RequestCompleted += outbox.OnRequestCompleted;
    }

    public bool NeedsTick => _outbox.Count > 0 || _publisher.HasPending;

    /// <summary>The API generation that removals go to now.</summary>
    public int ApiVersion => _sender.ApiVersion;

    /// <summary>Whether a call's removal waits or is on its way.</summary>
    public bool IsPending(int callId) => _outbox.Find(callId) is not null;

    /// <inheritdoc cref="Outbox.RemainingCapacity"/>
    public int RemainingCapacity(Requester requester, out RemovalError refusal) => _outbox.RemainingCapacity(requester, out refusal);

    /// <summary>Takes a request on, or says why not. A call that is in the outbox already is joined.</summary>
    public RemovalError? TryEnqueue(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        if (_accounts.GetCurrent(out var error) is not { } account)
        {
            return error;
        }

        var request = new RemovalRequest(requester, reply, callIds);
        var refusal = _outbox.TryEnqueue(request, account.CommunityId, _clock.Elapsed, _clock.UtcNow);
        if (refusal is null)
        {
            _openRequests.Add(request);
            _notices.Watch(request);
            _nextStepAt = TimeSpan.Zero;
        }

        return refusal;
    }

    /// <summary>
    /// The CAD tells that a call is gone, whoever removed it: that is what its removal is for, so it counts as cleared. One
    /// that waits ends with the next tick. One whose request is on its way ends when that has its answer, whatever it says:
    /// ended before, a second request for the call could go out beside the first.
    /// </summary>
    /// <returns>Whether a removal of the call was pending.</returns>
    public bool OnRemovedByCad(int callId)
    {
        if (_outbox.Find(callId) is not { } entry)
        {
            return false;
        }

        entry.IsRemovedByCad = true;
        _removedByCad.Enqueue(entry);
        _nextStepAt = TimeSpan.Zero;
        return true;
    }

    public bool TryComplete(int token, HttpResponse response)
    {
        if (!_sender.TryComplete(token, response))
        {
            return false;
        }

        _nextStepAt = TimeSpan.Zero;
        return true;
    }

    /// <summary>Something else than an answer may let a request go out now: the next tick is to look.</summary>
    public void Wake() => _nextStepAt = TimeSpan.Zero;

    public void Tick(TimeSpan now)
    {
        // An announcement may run code that comes back here by a tick of its own.
        if ((now < _nextStepAt && !_publisher.HasPending) || _isTicking)
        {
            return;
        }

        _isTicking = true;

        // Where a step fails by a fault of ours, the next one is not due with each tick.
        _nextStepAt = now + TimeSpan.FromSeconds(1);
        try
        {
            Step(now);
        }
        finally
        {
            // Also after a fault of ours: who is owed an answer by then gets it.
            _publisher.PublishPending();
            _isTicking = false;
        }
    }

    /// <summary>The resource stops: what is pending stays in the store, and those who wait are told so.</summary>
    public void Stop()
    {
        _store.Flush();
        foreach (var request in _openRequests.Where(request => !request.IsComplete).ToList())
        {
            _publisher.NotifyWaiting(request, DelayMessages.Stopping(request.CallIds));
        }

        _publisher.PublishPending();
    }

    private void Step(TimeSpan now)
    {
        CompleteRemovedByCad();
        foreach (var batch in _sender.TakeCompleted(now))
        {
            _responseHandler.Handle(batch, now);
        }

        Expire(now);
        _responseHandler.Complete(_sender.Send(now, _clock.UtcNow), RemovalErrors.CommunityChanged);
        _openRequests.RemoveAll(request => request.IsComplete);
        _notices.NotifyDelayed(now);
        _nextStepAt = FindNextStepAt(now);
    }

    private void CompleteRemovedByCad()
    {
        while (_removedByCad.Count > 0)
        {
            var entry = _removedByCad.Dequeue();
            if (entry.IsWaiting)
            {
                _responseHandler.Complete(new[] { entry }, null);
            }
        }
    }

    private void Expire(TimeSpan now)
    {
        if (_outbox.NextToExpire() is { } next && next.Deadline <= now)
        {
            foreach (var entry in _outbox.GetExpired(now))
            {
                _responseHandler.Complete(new[] { entry }, RemovalErrors.Expired((int)entry.MaxAge.TotalMinutes, entry.LastError));
            }
        }
    }

    private TimeSpan FindNextStepAt(TimeSpan now)
    {
        var next = _sender.NextSendAt(now);
        var overdue = _sender.NextTimeoutAt();
        next = overdue < next ? overdue : next;

        // One on its way expires only when it is back, which its answer sees to.
        var expiring = _outbox.NextToExpire();
        return expiring is { IsWaiting: true } && expiring.Deadline < next ? expiring.Deadline : next;
    }
}
