namespace SonoranCad.Remove911.Resilience;

/// <summary>Limits requests in a window. Each counts until a window after its response, as it may arrive until then.</summary>
internal sealed class RateLimiter(int permitLimit, TimeSpan window)
{
    // The service counts by its own clock, and network delays vary, so the window is a little longer here.
    private const double SafetyMargin = 1.02;

    // In order; those before the first have expired, and are removed together.
    private readonly List<TimeSpan> _releasedAt = new();
    private int _first;
    private TimeSpan _window = AddMargin(window);

    /// <summary>Raised when a request has ended: the next one may go out sooner than was known.</summary>
    public event Action? Released;

    public int PermitLimit { get; private set; } = permitLimit;
    public int InFlight { get; private set; }

    /// <summary>The time between two requests at the full rate.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks(_window.Ticks / PermitLimit);

    /// <summary>Applies another limit from now on; earlier requests keep counting.</summary>
    public void Reconfigure(int permitLimit, TimeSpan window)
    {
        PermitLimit = permitLimit;
        _window = AddMargin(window);
    }

    /// <summary>When the next request may go out; <see cref="TimeSpan.MaxValue"/> if not before a response.</summary>
    public TimeSpan NextPermitAt(TimeSpan now)
    {
        RemoveExpired(now);
        var isEmpty = _releasedAt.Count == 0 || IsExpired(_releasedAt[_first], now);
        var hasPermit = InFlight + (isEmpty ? 0 : _releasedAt.Count - _first) < PermitLimit;
        return hasPermit ? now : isEmpty ? TimeSpan.MaxValue : _releasedAt[_first] + _window;
    }

    /// <summary>Counts a request that goes out; returns the limiter itself, to release when it has ended.</summary>
    public RateLimiter Acquire()
    {
        InFlight++;
        return this;
    }

    /// <summary>Starts the window of a request that has ended, with or without a response.</summary>
    public void Release(TimeSpan now)
    {
        InFlight--;
        _releasedAt.Add(now);
        Released?.Invoke();
    }

    /// <summary>Counts a request from before the restart; <paramref name="releasedAt"/> is negative if before the start.</summary>
    public void Restore(TimeSpan releasedAt)
    {
        var index = _releasedAt.BinarySearch(releasedAt);
        _releasedAt.Insert(index < 0 ? ~index : index, releasedAt);
    }

    public static TimeSpan AddMargin(TimeSpan window) => TimeSpan.FromTicks((long)(window.Ticks * SafetyMargin));

    // Keeps the newest past its window, because it counts again if the owner sets a longer one.
    private void RemoveExpired(TimeSpan now)
    {
        while (_releasedAt.Count - _first > 1 && IsExpired(_releasedAt[_first], now))
            _first++;

        if (_first > _releasedAt.Count / 2)
        {
            _releasedAt.RemoveRange(0, _first);
            _first = 0;
        }
    }

    private bool IsExpired(TimeSpan releasedAt, TimeSpan now) => releasedAt + _window <= now;
}
