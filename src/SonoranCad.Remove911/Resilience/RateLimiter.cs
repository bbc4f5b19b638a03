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
    private const double Margin = 1.02;

    private readonly List<TimeSpan> _ended = new();
    private int _most;
    private TimeSpan _window;
    private int _underWay;

    public RateLimiter(int most, TimeSpan window)
    {
        Reconfigure(most, window);
    }

    /// <summary>The most requests that may be under way at once.</summary>
    public int Most => _most;

    /// <summary>The time from one request to the next in a steady stream.</summary>
    public TimeSpan Pace => TimeSpan.FromTicks(_window.Ticks / _most);

    /// <summary>Keeps another limit from now on; the requests of before count on.</summary>
    public void Reconfigure(int most, TimeSpan window)
    {
        _most = most;
        _window = TimeSpan.FromTicks((long)(window.Ticks * Margin));
    }

    /// <summary>When the next request may go out: at once, later, or (<see cref="TimeSpan.MaxValue"/>) not before an answer.</summary>
    public TimeSpan NextPermitAt(TimeSpan now)
    {
        Forget(now);
        var isEmpty = _ended.Count == 0 || IsOver(_ended[0], now);
        if (_underWay + (isEmpty ? 0 : _ended.Count) < _most)
        {
            return now;
        }

        return isEmpty ? TimeSpan.MaxValue : _ended[0] + _window;
    }

    /// <summary>A request goes out.</summary>
    public void Acquire() => _underWay++;

    /// <summary>A request that went out has ended, one way or another.</summary>
    public void Release(TimeSpan now)
    {
        _underWay--;
        _ended.Add(now);
    }

    /// <summary>A request of before the restart, sent <paramref name="at"/> on this clock (negative: before its start).</summary>
    public void Restore(TimeSpan at)
    {
        var index = _ended.BinarySearch(at);
        _ended.Insert(index < 0 ? ~index : index, at);
    }

    // The newest stays past its time: with a longer window it counts again.
    private void Forget(TimeSpan now)
    {
        while (_ended.Count > 1 && IsOver(_ended[0], now))
        {
            _ended.RemoveAt(0);
        }
    }

    private bool IsOver(TimeSpan ended, TimeSpan now) => ended + _window <= now;
}
