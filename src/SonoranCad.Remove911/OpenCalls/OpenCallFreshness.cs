namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Decides whether what the cache holds is good enough, by the age of its sources, and tells the cache how old it is.</summary>
internal sealed class OpenCallFreshness(OpenCallCache cache, IClock clock)
{
    private static readonly TimeSpan FallbackLifetime = TimeSpan.FromMinutes(1);

    private TimeSpan? _lastEventAt;
    private TimeSpan? _lastListAt;
    private TimeSpan? _lastVendorCallsAt;
    private bool _hasEarlierCalls;

    // Whether no events can come, and whether some may have been lost since the last list.
    private bool _haveEventsEnded, _hasGap;

    /// <summary>How long one list serves everybody who asks.</summary>
    public static TimeSpan ListLifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long after the last event further events are expected to keep the cache up to date.</summary>
    public static TimeSpan EventTrustPeriod { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the CAD's list is new enough for everybody.</summary>
    public bool IsListFresh => !HasTooFewLeft && Age(_lastListAt) < ListLifetime;

    /// <summary>Whether no request is needed.</summary>
    public bool IsUpToDate => IsListFresh || (!HasTooFewLeft && AreEventsTrusted);

    /// <summary>Whether the cache is worth showing although the list failed: it was right a minute ago.</summary>
    public bool IsBetterThanNothing => _lastEventAt.HasValue || Age(_lastListAt) < FallbackLifetime || Age(_lastVendorCallsAt) < FallbackLifetime;

    /// <summary>Whether calls from before this resource started are missing.</summary>
    public bool IsSinceStart => _lastListAt is null && !_hasEarlierCalls;

    private bool AreEventsTrusted => !_haveEventsEnded && !_hasGap && HasRecentEvent;

    private bool HasRecentEvent => Age(_lastEventAt) < EventTrustPeriod;

    // Nearly all calls of a truncated cache are gone, and only the CAD knows which older ones are open.
    private bool HasTooFewLeft => cache.IsTruncated && cache.Count < OpenCallMessages.MaxShown;

    public void OnEvent()
    {
        // Nothing tells what was lost in a silence, except for a list.
        _hasGap |= _lastEventAt.HasValue && !AreEventsTrusted;
        _haveEventsEnded = false;
        _lastEventAt = clock.Elapsed;
        if (IsUpToDate)
            cache.MarkUpdated(clock.Elapsed);
    }

    /// <summary>Notes that the source of the events has stopped. The next event proves that it is back.</summary>
    public void OnEventsEnded() => _haveEventsEnded = true;

    public void OnListed()
    {
        _hasGap = false;
        _lastListAt = clock.Elapsed;
        cache.MarkListed(clock.Elapsed);
    }

    /// <summary>The vendor's resource reported its calls. They are complete only while events reach it.</summary>
    public void OnVendorCalls()
    {
        _lastVendorCallsAt = clock.Elapsed;
        _hasEarlierCalls |= HasRecentEvent;
    }

    private TimeSpan? Age(TimeSpan? time) => clock.Elapsed - time;
}
