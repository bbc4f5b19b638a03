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
    private static readonly TimeSpan AccountCheckInterval = TimeSpan.FromSeconds(5);

    private readonly IHttpTransport _transport;
    private readonly AccountProvider _accounts;
    private readonly Outbox _outbox;
    private readonly OutboxStore _store;
    private readonly EndpointSelector _selector;
    private readonly RetrySchedule _schedule;
    private readonly ApiRateLimits _rateLimits;
    private readonly ILog _log;

    private readonly Dictionary<int, InFlightBatch> _inFlight = new();
    private TimeSpan _nextAccountCheckAt;
    private int _lastUnsentToken;

    public BatchSender(
        IHttpTransport transport, AccountProvider accounts, Outbox outbox, OutboxStore store, EndpointSelector selector, RetrySchedule schedule, ApiRateLimits rateLimits, ILog log)
    {
        _transport = transport;
        _accounts = accounts;
        _outbox = outbox;
        _store = store;
        _selector = selector;
        _schedule = schedule;
        _rateLimits = rateLimits;
        _log = log;
    }

    /// <summary>How many requests went out since the start.</summary>
    public int RequestCount { get; private set; }

    /// <summary>How many requests await their answer.</summary>
    public int InFlightCount => _inFlight.Count;

    /// <summary>The API generation in use.</summary>
    public int ApiVersion => _selector.Current.ApiVersion;

    /// <summary>Notes an answer; one that nobody waits for, or a second one, is passed over.</summary>
    public bool TryComplete(int token, HttpResponse response)
    {
        if (!_inFlight.TryGetValue(token, out var batch) || batch.Response is not null)
        {
            return false;
        }

        batch.Response = response;
        return true;
    }

    /// <summary>Takes out the requests that are answered, or whose answer is overdue at <paramref name="now"/>.</summary>
    public List<InFlightBatch> TakeCompleted(TimeSpan now)
    {
        var completed = new List<InFlightBatch>();
        foreach (var pair in _inFlight.ToList())
        {
            if (pair.Value.Response is null && now - pair.Value.SentAt < DeliveryOptions.ResponseTimeout)
            {
                continue;
            }

            pair.Value.Response ??= HttpResponse.TimedOut;
            pair.Value.RateLimiter.Release(now);
            _inFlight.Remove(pair.Key);
            completed.Add(pair.Value);
        }

        return completed;
    }

    /// <summary>Sends all that may go out at <paramref name="now"/>.</summary>
    /// <returns>Those that must not go out: the owner has moved on to another community, whose calls of these numbers are others.</returns>
    public IReadOnlyList<OutboxEntry> Send(TimeSpan now, DateTime utcNow)
    {
        var ready = new List<InFlightBatch>();
        var staleEntries = new List<OutboxEntry>();
        while (NextSendAt(now, ready.Count) <= now && GetAccount(now) is { } account)
        {
            var endpoint = _selector.Current;
            var entries = _outbox.TakeBatch(endpoint.BatchSize);
            staleEntries.AddRange(entries.Where(entry => BelongsToOtherCommunity(entry, account)));
            entries.RemoveAll(entry => BelongsToOtherCommunity(entry, account));
            if (entries.Count == 0)
            {
                continue;
            }

            ready.Add(new InFlightBatch(entries, endpoint, account, _rateLimits.Acquire(endpoint.ApiVersion, utcNow), now));
        }

        // On the disk before it is on the wire: a crash in between may send a call again, but never loses one.
        Flush();
        ready.ForEach(Send);
        return staleEntries;
    }

    /// <summary>When the next request may go out; <see cref="TimeSpan.MaxValue"/> where nothing waits or an answer is awaited.</summary>
    public TimeSpan NextSendAt(TimeSpan now) => NextSendAt(now, 0);

    /// <summary>The time by which the oldest awaited answer counts as lost.</summary>
    public TimeSpan NextTimeoutAt()
    {
        var next = TimeSpan.MaxValue;
        foreach (var batch in _inFlight.Values)
        {
            var timeoutAt = batch.Response is null ? batch.SentAt + DeliveryOptions.ResponseTimeout : TimeSpan.Zero;
            next = timeoutAt < next ? timeoutAt : next;
        }

        return next;
    }

    /// <summary>How long an entry at <paramref name="position"/> of the queue will about wait.</summary>
    public TimeSpan EstimateWait(int position, TimeSpan now)
    {
        var next = NextSendAt(now);
        var first = next == TimeSpan.MaxValue ? TimeSpan.FromSeconds(1) : next - now;
        var batches = (position - 1) / _selector.Current.BatchSize;
        return first + TimeSpan.FromTicks(_rateLimits.GetLimiter(_selector.Current.ApiVersion).Interval.Ticks * batches);
    }

    private TimeSpan NextSendAt(TimeSpan now, int justTaken)
    {
        if (_outbox.WaitingCount == 0)
        {
            return TimeSpan.MaxValue;
        }

        // An open circuit sends one probe at a time, and so does an endpoint that has not worked yet.
        var endpoint = _selector.Current;
        var limiter = _rateLimits.GetLimiter(endpoint.ApiVersion);
        var maxInFlight = _schedule.IsOpen || !_selector.HasWorked ? 1 : limiter.PermitLimit;
        if (_inFlight.Count + justTaken >= maxInFlight)
        {
            return TimeSpan.MaxValue;
        }

        var next = limiter.NextPermitAt(now);
        next = next < _schedule.NextRetryAt ? _schedule.NextRetryAt : next;
        return !_accounts.IsReady && next < _nextAccountCheckAt ? _nextAccountCheckAt : next;
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

    private static bool BelongsToOtherCommunity(OutboxEntry entry, CadAccount account) =>
        entry.CommunityId is not null && entry.CommunityId != account.CommunityId;

    private CadAccount? GetAccount(TimeSpan now)
    {
        var account = _accounts.GetCurrent(out _);
        _nextAccountCheckAt = account is null ? now + AccountCheckInterval : TimeSpan.Zero;
        return account;
    }

    private void Send(InFlightBatch batch)
    {
        var callIds = batch.Entries.Select(entry => entry.CallId).ToList();
        var token = _transport.Send(batch.Endpoint.CreateRequest(batch.Account, callIds));
        if (token < 0)
        {
            // It ends with the next tick like any other; the number only has to be its own.
            token = --_lastUnsentToken;
            batch.Response = HttpResponse.NotSent;
        }
        else
        {
            RequestCount++;
        }

        _inFlight[token] = batch;
        _log.Write(
            LogLevel.Debug,
            new Phrase("log.request").With("token", token).With("endpoint", batch.Endpoint.Name).With("calls", CallIdFormatter.FormatAll(callIds)));
    }
}
