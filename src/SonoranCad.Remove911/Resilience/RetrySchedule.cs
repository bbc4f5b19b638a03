namespace SonoranCad.Remove911.Resilience;

/// <summary>Schedules tries after failures: exponential backoff from 2 s to 60 s with full jitter.</summary>
/// <param name="random">Returns numbers from 0 up to, but not including, 1.</param>
internal sealed class RetrySchedule(Func<double> random)
{
    // 2 s doubled this often exceeds the longest delay.
    private const int MaxDoublings = 6;

    private int _doublings;
    private TimeSpan _lastBackoffAt = TimeSpan.MinValue;

    public static TimeSpan InitialDelay { get; } = TimeSpan.FromSeconds(2);
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromSeconds(60);
    public TimeSpan NextRetryAt { get; private set; }

    /// <summary>Delays the next try. Failures of requests that were in flight together count as one step, not one each.</summary>
    public void RecordFailure(TimeSpan now, TimeSpan sentAt)
    {
        if (sentAt >= _lastBackoffAt)
        {
            NextRetryAt = now + DelayAfter(_doublings);
            _doublings = Math.Min(_doublings + 1, MaxDoublings);
            _lastBackoffAt = now;
        }
    }

    /// <summary>The delay after this many earlier failures.</summary>
    public TimeSpan DelayAfter(int failures)
    {
        var ceiling = Math.Min(MaxDelay.TotalSeconds, InitialDelay.TotalSeconds * Math.Pow(2, Math.Min(failures, MaxDoublings)));
        return TimeSpan.FromSeconds(ceiling * random());
    }

    /// <summary>Starts over after a success.</summary>
    public void RecordSuccess(TimeSpan now)
    {
        _doublings = 0;
        NextRetryAt = now;
    }

    /// <summary>Ends the current delay, because the owner may have fixed what failed.</summary>
    public void RetryNow(TimeSpan now) => NextRetryAt = NextRetryAt < now ? NextRetryAt : now;
}
