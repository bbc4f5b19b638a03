namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides when the next request may go out: rate limit, backoff, circuit breaker, account.</summary>
internal sealed class SendPolicy(
    Outbox outbox, EndpointSelector endpoints, ApiRateLimits limits, RetrySchedule schedule, CircuitBreaker circuit, AccountProvider accounts)
{
    // How often to look for an account while there is none and something waits.
    private static readonly TimeSpan AccountCheckInterval = TimeSpan.FromSeconds(5);

    private TimeSpan _nextAccountCheckAt;

    private bool IsWaitingForVerification =>
        endpoints.IsVerificationRequested && accounts.Account is { } account && !endpoints.IsUsable(account);

    /// <summary>What other servers leave of the limit in use.</summary>
    public FairShareLimiter Share => limits.Shares.Get(endpoints.Current.ApiVersion);

    /// <summary>When the next request may go out; MaxValue if nothing waits, or not before a response.</summary>
    public TimeSpan NextSendAt(TimeSpan now)
    {
        var due = outbox.Waiting.NextDueAt;
        if (due == TimeSpan.MaxValue || IsWaitingForVerification)
            return TimeSpan.MaxValue;

        // An open circuit allows one probe at a time, and so does an endpoint that has not worked yet.
        if ((circuit.IsOpen || !endpoints.HasWorked) && outbox.Count > outbox.Waiting.Count)
            return TimeSpan.MaxValue;

        var next = limits.GetLimiter(endpoints.Current.ApiVersion).NextPermitAt(now);
        var ofShare = Share.NextPermitAt(now, ((outbox.Waiting.Count - 1) / endpoints.Current.BatchSize) + 1);
        next = next < ofShare ? ofShare : next;
        next = next < schedule.NextRetryAt ? schedule.NextRetryAt : next;
        next = next < due ? due : next;
        return !accounts.IsReady && next < _nextAccountCheckAt ? _nextAccountCheckAt : next;
    }

    public TimeSpan? TimeUntilNext(TimeSpan now)
    {
        var next = NextSendAt(now);
        return next == TimeSpan.MaxValue ? null : next - now;
    }

    /// <summary>Whether only the rate limit holds back what waits.</summary>
    public bool IsSending => accounts.IsReady && !circuit.IsOpen;

    /// <summary>Where the next request goes; null if none may go out at <paramref name="now"/>.</summary>
    public SendTarget? NextTarget(TimeSpan now)
    {
        if (NextSendAt(now) > now)
            return null;

        var account = accounts.GetCurrent(out _);
        _nextAccountCheckAt = account is null ? now + AccountCheckInterval : TimeSpan.Zero;
        if (account is not null && !endpoints.IsUsable(account))
        {
            endpoints.RequestVerification();
            return null;
        }

        return account is null ? null : new SendTarget(endpoints.Current, account);
    }

    /// <summary>Counts a request to <paramref name="target"/>; the caller releases the limiter when the response is there.</summary>
    public RateLimiter Acquire(SendTarget target, TimeSpan now)
    {
        limits.Shares.Get(target.Endpoint.ApiVersion).Acquire(now);
        return limits.Acquire(target.Endpoint.ApiVersion);
    }

    /// <summary>Learns from a response how much of the limit others use.</summary>
    public void Release(InFlightBatch batch, TimeSpan now) => limits.Shares.Release(batch.Endpoint.ApiVersion, batch.Result!, now);

    /// <summary>About how long an entry at <paramref name="position"/> (from 1) of the queue will wait.</summary>
    public TimeSpan EstimateWait(int position, TimeSpan now)
    {
        var first = TimeUntilNext(now) ?? TimeSpan.FromSeconds(1);
        var batches = (position - 1) / endpoints.Current.BatchSize;
        var interval = Math.Max(limits.GetLimiter(endpoints.Current.ApiVersion).Interval.Ticks, Share.Interval.Ticks);
        return first + TimeSpan.FromTicks(interval * batches);
    }
}

internal sealed record SendTarget(RemovalEndpoint Endpoint, CadAccount Account);
