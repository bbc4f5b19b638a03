using System;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// When to try again after failures: 2 s doubling to 60 s with full jitter. Five failures in a row open the circuit: then
/// one probe at a time goes out until one succeeds.
/// </summary>
internal sealed class RetrySchedule
{
    private const int FailureThreshold = 5;

    // 2 s doubled this often is past the longest wait.
    private const int MaxDoublings = 6;

    private readonly Func<double> _random;
    private int _consecutiveFailures;
    private int _doublings;
    private TimeSpan _lastBackoffAt = TimeSpan.MinValue;

    /// <param name="random">Gives numbers from 0 up to 1.</param>
    public RetrySchedule(Func<double> random)
    {
        _random = random;
    }

    /// <summary>The first wait's upper end.</summary>
    public static TimeSpan InitialDelay { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait.</summary>
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Nothing goes out before this.</summary>
    public TimeSpan NextRetryAt { get; private set; }

    public bool IsOpen => _consecutiveFailures >= FailureThreshold;

    /// <summary>Since when the circuit is open; of no meaning where it is not.</summary>
    public TimeSpan OpenSince { get; private set; }

    /// <summary>Notes a failure; true where it opened the circuit.</summary>
    /// <param name="now">Now.</param>
    /// <param name="sentAt">When the request went out: those sent together make one step, not one each.</param>
    public bool RecordFailure(TimeSpan now, TimeSpan sentAt)
    {
        _consecutiveFailures++;
        if (sentAt >= _lastBackoffAt)
        {
            var ceiling = Math.Min(MaxDelay.TotalSeconds, InitialDelay.TotalSeconds * Math.Pow(2, _doublings));
            _doublings = Math.Min(_doublings + 1, MaxDoublings);
            _lastBackoffAt = now;
            NextRetryAt = now + TimeSpan.FromSeconds(ceiling * _random());
        }

        if (_consecutiveFailures != FailureThreshold)
        {
            return false;
        }

        OpenSince = now;
        return true;
    }

    /// <summary>Ends the wait for the next try: what it failed of may be mended.</summary>
    public void RetryNow(TimeSpan now) => NextRetryAt = NextRetryAt < now ? NextRetryAt : now;

    /// <summary>Notes a success; true where it closed the circuit.</summary>
    public bool RecordSuccess(TimeSpan now)
    {
        var wasOpen = IsOpen;
        _consecutiveFailures = 0;
        _doublings = 0;
        NextRetryAt = now;
        return wasOpen;
    }
}
