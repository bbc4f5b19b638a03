using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides when the next request may go out: rate limit, backoff, circuit breaker, account.</summary>
internal sealed class SendPolicy(
    Outbox outbox, EndpointSelector endpoints, ApiRateLimits limits, RetrySchedule schedule, CircuitBreaker circuit, AccountProvider accounts)
{
    // How often to look for an account while there is none and something waits.
    private static readonly TimeSpan AccountCheckInterval = TimeSpan.FromSeconds(5);

    private TimeSpan _nextAccountCheckAt;

    /// <summary>When the next request may go out; MaxValue if nothing waits, or not before a response.</summary>
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

    /// <summary>Where the next request goes; null if none may go out at <paramref name="now"/>.</summary>
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

    /// <summary>About how long an entry at <paramref name="position"/> (from 1) of the queue will wait.</summary>
    public TimeSpan EstimateWait(int position, TimeSpan now)
    {
        var next = NextSendAt(now);
        var first = next == TimeSpan.MaxValue ? TimeSpan.FromSeconds(1) : next - now;
        var batches = (position - 1) / endpoints.Current.BatchSize;
        return first + TimeSpan.FromTicks(limits.GetLimiter(endpoints.Current.ApiVersion).Interval.Ticks * batches);
    }
}

/// <summary>The endpoint and the account of a request.</summary>
internal sealed record SendTarget(IRemovalEndpoint Endpoint, CadAccount Account);
