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
    private readonly ResponseHandler _answers;
    private readonly AccountProvider _accounts;
    private readonly DelayNotices _notices;
    private readonly OutcomePublisher _announcer;
    private readonly IClock _clock;

    private readonly List<RemovalRequest> _open = new();
    private readonly Queue<OutboxEntry> _removedByCad = new();
    private TimeSpan _nextAt;
    private bool _isPumping;

    public OutboxDispatcher(
        Outbox outbox,
        OutboxStore store,
        BatchSender sender,
        ResponseHandler answers,
        AccountProvider accounts,
        OutcomePublisher announcer,
        IClock clock)
    {
        _outbox = outbox;
        _store = store;
        _sender = sender;
        _answers = answers;
        _accounts = accounts;
        _notices = new DelayNotices(outbox, sender, announcer);
        _announcer = announcer;
        _clock = clock;
        announcer.Answered += outbox.Answered;
    }

    public bool NeedsTick => _outbox.Count > 0 || _announcer.IsBusy;

    /// <summary>The API generation that removals go to now.</summary>
    public int Generation => _sender.Generation;

    /// <summary>Whether a call's removal waits or is on its way.</summary>
    public bool IsPending(int callId) => _outbox.Find(callId) is not null;

    /// <inheritdoc cref="Outbox.RemainingCapacity"/>
    public int RemainingCapacity(Requester requester, out RemovalError limit) => _outbox.RemainingCapacity(requester, out limit);

    /// <summary>Takes a request on, or says why not. A call that is in the outbox already is joined.</summary>
    public RemovalError? TryEnqueue(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        if (_accounts.Current(out var fault) is not { } account)
        {
            return fault;
        }

        var ticket = new RemovalRequest(requester, reply, callIds);
        var refusal = _outbox.TryEnqueue(ticket, account.CommunityId, _clock.Elapsed, _clock.UtcNow);
        if (refusal is null)
        {
            _open.Add(ticket);
            _notices.Watch(ticket);
            _nextAt = TimeSpan.Zero;
        }

        return refusal;
    }

    /// <summary>
    /// The CAD tells that a call is gone, whoever removed it: that is what its removal is for, so it counts as cleared. One
    /// that waits ends with the next tick. One whose request is on its way ends when that has its answer, whatever it says:
    /// ended before, a second request for the call could go out beside the first.
    /// </summary>
    /// <returns>Whether a removal of the call was pending.</returns>
    public bool RemovedByCad(int callId)
    {
        if (_outbox.Find(callId) is not { } entry)
        {
            return false;
        }

        entry.IsRemovedByCad = true;
        _removedByCad.Enqueue(entry);
        _nextAt = TimeSpan.Zero;
        return true;
    }

    public bool TryComplete(int token, HttpResponse answer)
    {
        if (!_sender.TryComplete(token, answer))
        {
            return false;
        }

        _nextAt = TimeSpan.Zero;
        return true;
    }

    /// <summary>Something else than an answer may let a request go out now: the next tick is to look.</summary>
    public void Wake() => _nextAt = TimeSpan.Zero;

    public void Tick(TimeSpan now)
    {
        // An announcement may run code that comes back here by a tick of its own.
        if ((now < _nextAt && !_announcer.IsBusy) || _isPumping)
        {
            return;
        }

        _isPumping = true;

        // Where a step fails by a fault of ours, the next one is not due with each tick.
        _nextAt = now + TimeSpan.FromSeconds(1);
        try
        {
            Step(now);
        }
        finally
        {
            // Also after a fault of ours: who is owed an answer by then gets it.
            _announcer.PublishPending();
            _isPumping = false;
        }
    }

    /// <summary>The resource stops: what is pending stays in the store, and those who wait are told so.</summary>
    public void Stop()
    {
        _store.Flush();
        foreach (var ticket in _open.Where(ticket => !ticket.IsComplete).ToList())
        {
            _announcer.Wait(ticket, DelayMessages.Stopping(ticket.CallIds));
        }

        _announcer.PublishPending();
    }

    private void Step(TimeSpan now)
    {
        EndRemovedByCad();
        foreach (var flight in _sender.TakeCompleted(now))
        {
            _answers.Handle(flight, now);
        }

        Expire(now);
        _answers.End(_sender.Send(now, _clock.UtcNow), RemovalErrors.CommunityChanged);
        _open.RemoveAll(ticket => ticket.IsComplete);
        _notices.Tell(now);
        _nextAt = NextAt(now);
    }

    private void EndRemovedByCad()
    {
        while (_removedByCad.Count > 0)
        {
            var entry = _removedByCad.Dequeue();
            if (entry.IsWaiting)
            {
                _answers.End(new[] { entry }, null);
            }
        }
    }

    private void Expire(TimeSpan now)
    {
        if (_outbox.Oldest() is { } oldest && oldest.Deadline <= now)
        {
            foreach (var entry in _outbox.Expired(now))
            {
                _answers.End(new[] { entry }, RemovalErrors.Expired((int)entry.MaxAge.TotalMinutes, entry.LastFailure));
            }
        }
    }

    private TimeSpan NextAt(TimeSpan now)
    {
        var next = _sender.NextAt(now);
        var overdue = _sender.NextOverdueAt();
        next = overdue < next ? overdue : next;

        // One on its way expires only when it is back, which its answer sees to.
        var oldest = _outbox.Oldest();
        return oldest is { IsWaiting: true } && oldest.Deadline < next ? oldest.Deadline : next;
    }
}
