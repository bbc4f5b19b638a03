using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// Allows so many requests in any window of time. A request counts from its sending until the window has passed after its
/// response, because nobody here knows when in between it reached the other side.
/// </summary>
internal sealed class RateLimiter
{
    // Clocks and network delays differ a little, and the limit is the other side's to count: stay clear of its edge.
    private const double SafetyMargin = 1.02;

    private readonly List<TimeSpan> _releasedAt = new();
    private TimeSpan _window;

    public RateLimiter(int permitLimit, TimeSpan window)
    {
        Reconfigure(permitLimit, window);
    }

    /// <summary>How many requests fit into one window.</summary>
    public int PermitLimit { get; private set; }

    /// <summary>How many requests await their response.</summary>
    public int InFlight { get; private set; }

    /// <summary>The time between two requests of a steady stream.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks(_window.Ticks / PermitLimit);

    /// <summary>Applies another limit from now on; earlier requests keep counting.</summary>
    public void Reconfigure(int permitLimit, TimeSpan window)
    {
        PermitLimit = permitLimit;
        _window = TimeSpan.FromTicks((long)(window.Ticks * SafetyMargin));
    }

    /// <summary>When the next request may go out; <see cref="TimeSpan.MaxValue"/> if not before a response.</summary>
    public TimeSpan NextPermitAt(TimeSpan now)
    {
        RemoveExpired(now);
        var isEmpty = _releasedAt.Count == 0 || IsExpired(_releasedAt[0], now);
        if (InFlight + (isEmpty ? 0 : _releasedAt.Count) < PermitLimit)
        {
            return now;
        }

        return isEmpty ? TimeSpan.MaxValue : _releasedAt[0] + _window;
    }

    /// <summary>Counts a request that goes out.</summary>
    public void Acquire() => InFlight++;

    /// <summary>Counts the end of a request, whatever came of it.</summary>
    public void Release(TimeSpan now)
    {
        InFlight--;
        _releasedAt.Add(now);
    }

    /// <summary>Counts a request from before the restart.</summary>
    /// <param name="releasedAt">Its end on this clock; negative if before the start.</param>
    public void Restore(TimeSpan releasedAt)
    {
        var index = _releasedAt.BinarySearch(releasedAt);
        _releasedAt.Insert(index < 0 ? ~index : index, releasedAt);
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
