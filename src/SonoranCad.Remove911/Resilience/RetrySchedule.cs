using System;

namespace SonoranCad.Remove911.Resilience;

/// <summary>When to try again after failures: exponential backoff from 2 s to 60 s with full jitter.</summary>
/// <param name="random">Returns numbers from 0 up to 1.</param>
internal sealed class RetrySchedule(Func<double> random)
{
    // 2 s doubled this often exceeds the longest delay.
    private const int MaxDoublings = 6;

    private int _doublings;
    private TimeSpan _lastBackoffAt = TimeSpan.MinValue;

    /// <summary>The upper bound of the first delay.</summary>
    public static TimeSpan InitialDelay { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The upper bound of any delay.</summary>
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromSeconds(60);

    /// <summary>No request goes out before this.</summary>
    public TimeSpan NextRetryAt { get; private set; }

    /// <summary>Delays the next try after a failure. Requests that were sent together count as one step, not one each.</summary>
    /// <param name="now">The time of the failure.</param>
    /// <param name="sentAt">When the failed request went out.</param>
    public void RecordFailure(TimeSpan now, TimeSpan sentAt)
    {
        if (sentAt < _lastBackoffAt)
        {
            return;
        }

        var ceiling = Math.Min(MaxDelay.TotalSeconds, InitialDelay.TotalSeconds * Math.Pow(2, _doublings));
        _doublings = Math.Min(_doublings + 1, MaxDoublings);
        _lastBackoffAt = now;
        NextRetryAt = now + TimeSpan.FromSeconds(ceiling * random());
    }

    /// <summary>Starts over after a success.</summary>
    public void RecordSuccess(TimeSpan now)
    {
        _doublings = 0;
        NextRetryAt = now;
    }

    /// <summary>Ends the current delay, because what failed may have been fixed.</summary>
    public void RetryNow(TimeSpan now) => NextRetryAt = NextRetryAt < now ? NextRetryAt : now;
}
