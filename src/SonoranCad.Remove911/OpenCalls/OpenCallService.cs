namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Knows which calls are open. Once the vendor's first push event arrives, events and the last list are enough and no request
/// is sent. Nothing reports that the events have stopped, so after minutes of silence the list is fetched again. Without events
/// every result comes from the CAD's list, shared by those who ask within seconds.
/// </summary>
internal sealed class OpenCallService(OpenCallCache cache, CallListClient listClient, AccountProvider accounts, IClock clock, ExceptionGuard guard)
{
    // Other resources can run the command as often as they like.
    private const int MaxWaiting = 200;

    // Those who wait for the list in flight; empty if no request is.
    private readonly List<Action<OpenCallsResult>> _callbacks = new();

    private TimeSpan? _lastEventAt;
    private TimeSpan? _lastListAt;
    private bool _isRequestObsolete;

    /// <summary>How long one list serves everybody who asks.</summary>
    public static TimeSpan ListLifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long after the last event, or a later list, events are expected to keep the cache up to date.</summary>
    public static TimeSpan EventTrustPeriod { get; } = TimeSpan.FromMinutes(10);

    // If a list fails and there are no events, one this old is better than none.
    private static TimeSpan FallbackLifetime { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Handles the push event of a new call.</summary>
    public void OnCallOpened(OpenCall call)
    {
        _lastEventAt = clock.Elapsed;
        cache.MarkUpdated(clock.Elapsed);
        cache.Add(call);
    }

    /// <summary>Handles the push event of a removed call.</summary>
    public void OnCallClosed(int callId)
    {
        _lastEventAt = clock.Elapsed;
        cache.MarkUpdated(clock.Elapsed);
        cache.Remove(callId);
    }

    /// <summary>Gets the open calls. <paramref name="callback"/> is called once, immediately or from a later tick.</summary>
    /// <param name="callback">Gets the result.</param>
    /// <param name="asListed">Whether what the CAD's list alone tells is needed, so events are not enough.</param>
    public void GetOpenCalls(Action<OpenCallsResult> callback, bool asListed = false)
    {
        // First, because it may find that the account belongs to another community now and reset the cache.
        var account = accounts.GetCurrent(out var error);
        var now = clock.Elapsed;
        if (IsUpToDate(now) && (!asListed || now - _lastListAt < ListLifetime))
        {
            callback(FromCache(null));
        }
        else if (account is null)
        {
            callback(OpenCallsResult.Refused(error!));
        }
        else if (_callbacks.Count == MaxWaiting)
        {
            callback(OpenCallsResult.Refused(RemovalErrors.SlowDown));
        }
        else if (_callbacks.Count == 0 && listClient.NextFetchAt(now) > now)
        {
            callback(FromCacheOrFailed(CallListError.RateLimited(CallListClient.MaxPerMinute, listClient.NextFetchAt(now) - now), now));
        }
        else
        {
            _callbacks.Add(callback);
            if (_callbacks.Count == 1)
            {
                _isRequestObsolete = false;
                cache.BeginRefresh();
                listClient.Fetch(account, OnListReceived);
            }
        }
    }

    /// <summary>Forgets everything, because in another community the same call ids mean other calls.</summary>
    public void Reset()
    {
        _lastEventAt = null;
        _lastListAt = null;
        _isRequestObsolete = true;
        cache.Clear();
    }

    private bool IsUpToDate(TimeSpan now) => !HasTooFewLeft && (now - _lastListAt < ListLifetime || AreEventsTrusted(now));

    private bool AreEventsTrusted(TimeSpan now) =>
        _lastEventAt.HasValue && (now - _lastEventAt < EventTrustPeriod || now - _lastListAt < EventTrustPeriod);

    // Nearly all calls of a truncated cache are gone, and only the CAD knows which older ones are open.
    private bool HasTooFewLeft => cache.IsTruncated && cache.Count < OpenCallMessages.MaxShown;

    private void OnListReceived(CallListResult listResult)
    {
        if (_isRequestObsolete)
        {
            // The account changed while its list was on the way.
            cache.EndRefresh();
            RunCallbacks(callback => GetOpenCalls(callback));
            return;
        }

        var now = clock.Elapsed;
        if (listResult.Calls is not null)
        {
            cache.ApplyList(listResult.Calls);
            cache.MarkListed(now);
            _lastListAt = now;
        }
        else
        {
            cache.EndRefresh();
        }

        var result = listResult.Error is null ? FromCache(null) : FromCacheOrFailed(listResult.Error, now);
        RunCallbacks(callback => callback(result));
    }

    private void RunCallbacks(Action<Action<OpenCallsResult>> run)
    {
        // Cleared first: a callback that runs may wait for the next list.
        var callbacks = _callbacks.ToArray();
        _callbacks.Clear();
        foreach (var callback in callbacks)
        {
            guard.Run("open calls", () => run(callback));
        }
    }

    private OpenCallsResult FromCacheOrFailed(CallListError error, TimeSpan now) =>
        _lastEventAt.HasValue || now - _lastListAt < FallbackLifetime ? FromCache(error) : OpenCallsResult.Failed(error);

    private OpenCallsResult FromCache(CallListError? error) => OpenCallsResult.FromCache(cache, error, isSinceStart: _lastListAt is null);
}

/// <summary>The result of a query for the open calls.</summary>
/// <param name="Calls">The open calls, newest first; null if unknown.</param>
/// <param name="IsTruncated">Whether more, older calls are open.</param>
/// <param name="IsSinceStart">Whether calls from before the resource started are missing.</param>
/// <param name="ListError">Why the CAD's list couldn't be fetched. With calls: they are not checked against the list.</param>
/// <param name="Refusal">Why the CAD can't be asked at all, as for a removal; or null.</param>
internal sealed record OpenCallsResult(
    IReadOnlyList<OpenCall>? Calls, bool IsTruncated, bool IsSinceStart, CallListError? ListError, RemovalError? Refusal)
{
    public static OpenCallsResult FromCache(OpenCallCache cache, CallListError? listError, bool isSinceStart) =>
        new(cache.GetNewestFirst(), cache.IsTruncated, isSinceStart, listError, null);

    public static OpenCallsResult Failed(CallListError listError) => new(null, false, false, listError, null);

    public static OpenCallsResult Refused(RemovalError refusal) => new(null, false, false, null, refusal);
}
