namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Knows which calls are open. While push events arrive, they and the last list are enough; nothing reports that they have
/// stopped, so after minutes of silence they no longer count. Without events every result comes from the CAD's list, shared
/// by those who ask within seconds. The vendor's resource adds the calls from before the start; without events it is only a hint
/// for when the list fails, because nothing else removes its calls.
/// </summary>
internal sealed class OpenCallService(
    OpenCallCache cache, CallListClient listClient, VendorCalls vendorCalls, AccountProvider accounts, IClock clock, ExceptionGuard guard)
{
    // Other resources can run the command as often as they like.
    private const int MaxWaiting = 200;

    // Those who wait for the vendor's calls or the list in flight; empty if neither is.
    private readonly List<Action<OpenCallsResult>> _callbacks = new();

    private OpenCallFreshness _freshness = new(cache, clock);
    private bool _isRequestObsolete;

    public void OnCallOpened(OpenCall call)
    {
        _freshness.OnEvent();
        cache.Add(call);
    }

    public void OnCallClosed(int callId)
    {
        _freshness.OnEvent();
        cache.Remove(callId);
    }

    /// <summary>Handles the stop of the vendor's resource, which passes on the events.</summary>
    public void OnVendorStopping() => _freshness.OnEventsEnded();

    /// <summary>Handles the vendor's event that its calls have changed. Its poll of the CAD fires it too, so it is no proof of push events.</summary>
    public void OnVendorCallsChanged() => vendorCalls.OnChanged();

    /// <summary>Gets the open calls. <paramref name="callback"/> is called once, immediately or from a later tick.</summary>
    /// <remarks>With <paramref name="asListed"/>, events are not enough: only the CAD's list tells what is needed.</remarks>
    public void GetOpenCalls(Action<OpenCallsResult> callback, bool asListed = false)
    {
        // First, because it may find that the account belongs to another community now and reset the cache.
        var account = accounts.GetCurrent(out var error);
        var readsVendorCalls = account is not null && !asListed && !_freshness.IsListFresh && vendorCalls.CanRead(account);
        if (asListed ? _freshness.IsListFresh : _freshness.IsUpToDate && !readsVendorCalls)
            callback(FromCache());
        else if (account is null)
            callback(OpenCallsResult.Refused(error!));
        else if (_callbacks.Count == MaxWaiting)
            callback(OpenCallsResult.Refused(RemovalErrors.SlowDown));
        else
            Wait(callback, account, readsVendorCalls);
    }

    /// <summary>Forgets everything, because in another community the same call ids mean other calls.</summary>
    public void Reset()
    {
        _freshness = new OpenCallFreshness(cache, clock);
        _isRequestObsolete = true;
        cache.Clear();
    }

    private void Wait(Action<OpenCallsResult> callback, CadAccount account, bool readsVendorCalls)
    {
        _callbacks.Add(callback);
        if (_callbacks.Count > 1)
            return;

        _isRequestObsolete = false;
        if (readsVendorCalls)
            vendorCalls.Read(OnVendorCallsRead);
        else
            FetchList(account);
    }

    private void OnVendorCallsRead(CallList? calls)
    {
        Merge(calls);
        if (accounts.Account is { } account && !_isRequestObsolete && !_freshness.IsUpToDate)
            FetchList(account);
        else
            Complete(FromCache());
    }

    private void FetchList(CadAccount account)
    {
        var now = clock.Elapsed;
        if (listClient.NextFetchAt(now) is var next && next > now)
        {
            Complete(FromCacheOrFailed(CallListError.RateLimited(listClient.MaxPerMinute, next - now)));
            return;
        }

        cache.BeginRefresh();
        listClient.Fetch(account, OnListReceived);
    }

    private void OnListReceived(CallListResult listResult)
    {
        if (listResult.Calls is { } calls && !_isRequestObsolete)
        {
            cache.ApplyList(calls);
            _freshness.OnListed();
        }

        cache.EndRefresh();
        if (listResult.Error is { } error)
            OnListFailed(error);
        else
            Complete(FromCache());
    }

    private void OnListFailed(CallListError error)
    {
        // If the vendor's calls have changed meanwhile, they are better than nothing.
        if (accounts.Account is { } account && vendorCalls.CanRead(account))
            vendorCalls.Read(FallBack);
        else
            FallBack(null);

        void FallBack(CallList? calls)
        {
            Merge(calls);
            Complete(FromCacheOrFailed(error));
        }
    }

    private void Merge(CallList? calls)
    {
        // Another community's calls may have been on the way.
        if (calls is not null && !_isRequestObsolete)
        {
            cache.Merge(calls);
            _freshness.OnVendorCalls();
        }
    }

    // If the account changed meanwhile, those who wait ask again.
    private void Complete(OpenCallsResult result)
    {
        // Cleared first: a callback that runs may wait for the next list.
        var callbacks = _callbacks.ToArray();
        var isObsolete = _isRequestObsolete;
        _callbacks.Clear();
        foreach (var callback in callbacks)
            guard.Run("open calls", isObsolete ? () => GetOpenCalls(callback) : () => callback(result));
    }

    private OpenCallsResult FromCacheOrFailed(CallListError error) =>
        _freshness.IsBetterThanNothing ? FromCache(error) : OpenCallsResult.Failed(error);

    private OpenCallsResult FromCache(CallListError? error = null) =>
        new(cache.GetNewestFirst(), cache.IsTruncated, _freshness.IsSinceStart, error, null);
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
    public static OpenCallsResult Failed(CallListError listError) => new(null, false, false, listError, null);
    public static OpenCallsResult Refused(RemovalError refusal) => new(null, false, false, null, refusal);
}
