using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Puts batches on their way when the limits, the retry schedule and the account allow, and keeps those whose answer is
/// awaited.
/// </summary>
internal sealed class BatchSender
{
    // Without an account nothing can go out; how often to look whether there is one now, while something waits.
    private static readonly TimeSpan AccountLookInterval = TimeSpan.FromSeconds(5);

    private readonly IHttpTransport _http;
    private readonly AccountProvider _accounts;
    private readonly Outbox _outbox;
    private readonly OutboxStore _store;
    private readonly EndpointSelector _ring;
    private readonly RetrySchedule _schedule;
    private readonly ApiRateLimits _limits;
    private readonly ILog _log;

    private readonly Dictionary<int, InFlightBatch> _flights = new();
    private TimeSpan _nextAccountLook;
    private int _unsent;

    public BatchSender(
        IHttpTransport http, AccountProvider accounts, Outbox outbox, OutboxStore store, EndpointSelector ring, RetrySchedule schedule, ApiRateLimits limits, ILog log)
    {
        _http = http;
        _accounts = accounts;
        _outbox = outbox;
        _store = store;
        _ring = ring;
        _schedule = schedule;
        _limits = limits;
        _log = log;
    }

    /// <summary>How many requests went out since the start.</summary>
    public int Requests { get; private set; }

    /// <summary>How many requests await their answer.</summary>
    public int UnderWay => _flights.Count;

    /// <summary>The API generation in use.</summary>
    public int Generation => _ring.Current.Generation;

    /// <summary>Notes an answer; one that nobody waits for, or a second one, is passed over.</summary>
    public bool TryComplete(int token, HttpResponse answer)
    {
        if (!_flights.TryGetValue(token, out var flight) || flight.Answer is not null)
        {
            return false;
        }

        flight.Answer = answer;
        return true;
    }

    /// <summary>Takes out the requests that are answered, or whose answer is overdue at <paramref name="now"/>.</summary>
    public List<InFlightBatch> TakeCompleted(TimeSpan now)
    {
        var ended = new List<InFlightBatch>();
        foreach (var pair in _flights.ToList())
        {
            if (pair.Value.Answer is null && now - pair.Value.SentAt < DeliveryOptions.AnswerTimeout)
            {
                continue;
            }

            pair.Value.Answer ??= HttpResponse.Lost;
            pair.Value.Limit.Release(now);
            _flights.Remove(pair.Key);
            ended.Add(pair.Value);
        }

        return ended;
    }

    /// <summary>Sends all that may go out at <paramref name="now"/>.</summary>
    /// <returns>Those that must not go out: the owner has moved on to another community, whose calls of these numbers are others.</returns>
    public IReadOnlyList<OutboxEntry> Send(TimeSpan now, DateTime utcNow)
    {
        var ready = new List<InFlightBatch>();
        var others = new List<OutboxEntry>();
        while (NextAt(now, ready.Count) <= now && Account(now) is { } account)
        {
            var endpoint = _ring.Current;
            var batch = _outbox.TakeBatch(endpoint.BatchSize);
            others.AddRange(batch.Where(entry => IsOfAnother(entry, account)));
            batch.RemoveAll(entry => IsOfAnother(entry, account));
            if (batch.Count == 0)
            {
                continue;
            }

            ready.Add(new InFlightBatch(batch, endpoint, account, _limits.Begin(endpoint.Generation, utcNow), now));
        }

        // On the disk before it is on the wire: a crash in between may send a call again, but never loses one.
        Flush();
        ready.ForEach(Send);
        return others;
    }

    /// <summary>When the next request may go out; <see cref="TimeSpan.MaxValue"/> where nothing waits or an answer is awaited.</summary>
    public TimeSpan NextAt(TimeSpan now) => NextAt(now, 0);

    /// <summary>The time by which the oldest awaited answer counts as lost.</summary>
    public TimeSpan NextOverdueAt()
    {
        var next = TimeSpan.MaxValue;
        foreach (var flight in _flights.Values)
        {
            var overdue = flight.Answer is null ? flight.SentAt + DeliveryOptions.AnswerTimeout : TimeSpan.Zero;
            next = overdue < next ? overdue : next;
        }

        return next;
    }

    /// <summary>How long an entry at <paramref name="place"/> of the queue will about wait.</summary>
    public TimeSpan Estimate(int place, TimeSpan now)
    {
        var next = NextAt(now);
        var first = next == TimeSpan.MaxValue ? TimeSpan.FromSeconds(1) : next - now;
        var batches = (place - 1) / _ring.Current.BatchSize;
        return first + TimeSpan.FromTicks(_limits.Of(_ring.Current.Generation).Pace.Ticks * batches);
    }

    private TimeSpan NextAt(TimeSpan now, int justTaken)
    {
        if (_outbox.WaitingCount == 0)
        {
            return TimeSpan.MaxValue;
        }

        // An open circuit sends one probe at a time, and so does an endpoint that has not worked yet.
        var endpoint = _ring.Current;
        var limit = _limits.Of(endpoint.Generation);
        var most = _schedule.IsOpen || !_ring.IsSettled ? 1 : limit.Most;
        if (_flights.Count + justTaken >= most)
        {
            return TimeSpan.MaxValue;
        }

        var next = limit.NextPermitAt(now);
        next = next < _schedule.NextTryAt ? _schedule.NextTryAt : next;
        return !_accounts.IsReady && next < _nextAccountLook ? _nextAccountLook : next;
    }

    // Where the disk fails, what was taken off the queue must go out all the same.
    private void Flush()
    {
        try
        {
            _store.Flush();
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, new Phrase("log.fault").With("where", "store").With("details", e.ToString()));
        }
    }

    private static bool IsOfAnother(OutboxEntry entry, CadAccount account) =>
        entry.CommunityId is not null && entry.CommunityId != account.CommunityId;

    private CadAccount? Account(TimeSpan now)
    {
        var account = _accounts.Current(out _);
        _nextAccountLook = account is null ? now + AccountLookInterval : TimeSpan.Zero;
        return account;
    }

    private void Send(InFlightBatch flight)
    {
        var callIds = flight.Batch.Select(entry => entry.CallId).ToList();
        var token = _http.Send(flight.Endpoint.Create(flight.Account, callIds));
        if (token < 0)
        {
            // It ends with the next tick like any other; the number only has to be its own.
            token = --_unsent;
            flight.Answer = HttpResponse.NotSent;
        }
        else
        {
            Requests++;
        }

        _flights[token] = flight;
        _log.Write(
            LogLevel.Debug,
            new Phrase("log.request").With("token", token).With("endpoint", flight.Endpoint.Name).With("calls", CallIdFormatter.All(callIds)));
    }
}
