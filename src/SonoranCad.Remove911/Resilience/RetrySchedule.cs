using System;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// When to try again after failures: 2 s doubling to 60 s with full jitter. Five failures in a row open the circuit: then
/// one probe at a time goes out until one succeeds.
/// </summary>
internal sealed class RetrySchedule
{
    private const int FailuresThatOpen = 5;

    // 2 s doubled this often is past the longest wait.
    private const int MostDoublings = 6;

    private readonly Func<double> _random;
    private int _failuresInARow;
    private int _doublings;
    private TimeSpan _lastStepAt = TimeSpan.MinValue;

    /// <param name="random">Gives numbers from 0 up to 1.</param>
    public RetrySchedule(Func<double> random)
    {
        _random = random;
    }

    /// <summary>The first wait's upper end.</summary>
    public static TimeSpan FirstWait { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Nothing goes out before this.</summary>
    public TimeSpan NextTryAt { get; private set; }

    public bool IsOpen => _failuresInARow >= FailuresThatOpen;

    /// <summary>Since when the circuit is open; of no meaning where it is not.</summary>
    public TimeSpan OpenSince { get; private set; }

    /// <summary>Notes a failure; true where it opened the circuit.</summary>
    /// <param name="now">Now.</param>
    /// <param name="sentAt">When the request went out: those sent together make one step, not one each.</param>
    public bool Failed(TimeSpan now, TimeSpan sentAt)
    {
        _failuresInARow++;
        if (sentAt >= _lastStepAt)
        {
            var ceiling = Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, _doublings));
            _doublings = Math.Min(_doublings + 1, MostDoublings);
            _lastStepAt = now;
            NextTryAt = now + TimeSpan.FromSeconds(ceiling * _random());
        }

        if (_failuresInARow != FailuresThatOpen)
        {
            return false;
        }

        OpenSince = now;
        return true;
    }

    /// <summary>Ends the wait for the next try: what it failed of may be mended.</summary>
    public void TryNow(TimeSpan now) => NextTryAt = NextTryAt < now ? NextTryAt : now;

    /// <summary>Notes a success; true where it closed the circuit.</summary>
    public bool Succeeded(TimeSpan now)
    {
        var wasOpen = IsOpen;
        _failuresInARow = 0;
        _doublings = 0;
        NextTryAt = now;
        return wasOpen;
    }
}
