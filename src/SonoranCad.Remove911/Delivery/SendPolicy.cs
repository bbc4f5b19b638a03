using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides when the next request may go out: rate limit, backoff, circuit breaker, account.</summary>
internal sealed class SendPolicy(
    Outbox outbox, EndpointSelector endpoints, ApiRateLimits limits, RetrySchedule schedule, CircuitBreaker circuit, AccountProvider accounts)
{
    // Without an account nothing can go out. While something waits, this is how often to look for one.
    private static readonly TimeSpan AccountCheckInterval = TimeSpan.FromSeconds(5);

    private TimeSpan _nextAccountCheckAt;

    /// <summary>When the next request may go out; <see cref="TimeSpan.MaxValue"/> if nothing waits, or not before a response.</summary>
    public TimeSpan NextSendAt(TimeSpan now)
    {
        if (outbox.Waiting.Count == 0)
        {
            return TimeSpan.MaxValue;
        }

        // An open circuit allows one probe at a time, and so does an endpoint that has not worked yet.
        var limiter = limits.GetLimiter(endpoints.Current.ApiVersion);
        var maxInFlight = circuit.IsOpen || !endpoints.HasWorked ? 1 : limiter.PermitLimit;
        if (limits.InFlight >= maxInFlight)
        {
            return TimeSpan.MaxValue;
        }

        var next = limiter.NextPermitAt(now);
        next = next < schedule.NextRetryAt ? schedule.NextRetryAt : next;
        return !accounts.IsReady && next < _nextAccountCheckAt ? _nextAccountCheckAt : next;
    }

    /// <summary>Where the next request goes, if one may go out at <paramref name="now"/>; otherwise null.</summary>
    public SendTarget? NextTarget(TimeSpan now)
    {
        if (NextSendAt(now) > now)
        {
            return null;
        }

        var account = accounts.GetCurrent(out _);
        _nextAccountCheckAt = account is null ? now + AccountCheckInterval : TimeSpan.Zero;
        return account is null ? null : new SendTarget(endpoints.Current, account);
    }

    /// <summary>About how long an entry at <paramref name="position"/> of the outbox will wait.</summary>
    public TimeSpan EstimateWait(int position, TimeSpan now)
    {
        var next = NextSendAt(now);
        var first = next == TimeSpan.MaxValue ? TimeSpan.FromSeconds(1) : next - now;
        var batches = (position - 1) / endpoints.Current.BatchSize;
        return first + TimeSpan.FromTicks(limits.GetLimiter(endpoints.Current.ApiVersion).Interval.Ticks * batches);
    }
}
