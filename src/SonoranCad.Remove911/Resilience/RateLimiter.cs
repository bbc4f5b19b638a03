using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// Keeps a limit of so many requests in any stretch of time. A request counts from its sending until the stretch has passed
/// after its answer: nobody here knows when in between it reached the CAD.
/// </summary>
internal sealed class RateLimiter
{
    // Clocks and the network's delays differ a little; the limit is the CAD's to count, so stay clear of its edge.
    private const double SafetyMargin = 1.02;

    private readonly List<TimeSpan> _releasedAt = new();
    private int _permitLimit;
    private TimeSpan _window;
    private int _inFlight;

    public RateLimiter(int permitLimit, TimeSpan window)
    {
        Reconfigure(permitLimit, window);
    }

    /// <summary>The most requests that may be under way at once.</summary>
    public int PermitLimit => _permitLimit;

    /// <summary>The time from one request to the next in a steady stream.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks(_window.Ticks / _permitLimit);

    /// <summary>Keeps another limit from now on; the requests of before count on.</summary>
    public void Reconfigure(int permitLimit, TimeSpan window)
    {
        _permitLimit = permitLimit;
        _window = TimeSpan.FromTicks((long)(window.Ticks * SafetyMargin));
    }

    /// <summary>When the next request may go out: at once, later, or (<see cref="TimeSpan.MaxValue"/>) not before an answer.</summary>
    public TimeSpan NextPermitAt(TimeSpan now)
    {
        RemoveExpired(now);
        var isEmpty = _releasedAt.Count == 0 || IsExpired(_releasedAt[0], now);
        if (_inFlight + (isEmpty ? 0 : _releasedAt.Count) < _permitLimit)
        {
            return now;
        }

        return isEmpty ? TimeSpan.MaxValue : _releasedAt[0] + _window;
    }

    /// <summary>A request goes out.</summary>
    public void Acquire() => _inFlight++;

    /// <summary>A request that went out has ended, one way or another.</summary>
    public void Release(TimeSpan now)
    {
        _inFlight--;
        _releasedAt.Add(now);
    }

    /// <summary>A request of before the restart, sent <paramref name="at"/> on this clock (negative: before its start).</summary>
    public void Restore(TimeSpan at)
    {
        var index = _releasedAt.BinarySearch(at);
        _releasedAt.Insert(index < 0 ? ~index : index, at);
    }

    // The newest stays past its time: with a longer window it counts again.
    private void RemoveExpired(TimeSpan now)
    {
        while (_releasedAt.Count > 1 && IsExpired(_releasedAt[0], now))
        {
            _releasedAt.RemoveAt(0);
        }
    }

    private bool IsExpired(TimeSpan releasedAt, TimeSpan now) => releasedAt + _window <= now;
}
