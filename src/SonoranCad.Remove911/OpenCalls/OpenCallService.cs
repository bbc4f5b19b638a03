namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Knows which calls are open. Once the vendor's first push event arrives, events and the last list are enough and no request
/// is sent. Nothing reports that the events have stopped, so after minutes of silence the list is fetched again. Without events
/// every result comes from the CAD's list, shared by those who ask within seconds. The vendor's resource adds the calls from
/// before the start; without events it is a hint only, for when the list fails, because nothing else removes its calls.
/// </summary>
internal sealed class OpenCallService(
    OpenCallCache cache, CallListClient listClient, VendorCalls vendorCalls, AccountProvider accounts, IClock clock, ExceptionGuard guard)
{
    // Other resources can run the command as often as they like.
    private const int MaxWaiting = 200;

    // Those who wait for the vendor's calls or the list in flight; empty if neither is.
    private readonly List<Action<OpenCallsResult>> _callbacks = new();

    private readonly OpenCallFreshness _freshness = new(cache, clock);
    private bool _isRequestObsolete;

    /// <summary>Handles the push event of a new call.</summary>
    public void OnCallOpened(OpenCall call)
    {
        _freshness.OnEvent();
        cache.MarkUpdated(clock.Elapsed);
        cache.Add(call);
    }

    /// <summary>Handles the push event of a removed call.</summary>
    public void OnCallClosed(int callId)
    {
        _freshness.OnEvent();
        cache.MarkUpdated(clock.Elapsed);
        cache.Remove(callId);
    }

    /// <summary>Handles the vendor's event that its calls have changed. Its poll of the CAD fires it too, so it proves no push events.</summary>
    public void OnVendorCallsChanged() => vendorCalls.OnChanged();

    /// <summary>Gets the open calls. <paramref name="callback"/> is called once, immediately or from a later tick.</summary>
    /// <param name="callback">Gets the result.</param>
    /// <param name="asListed">Whether what the CAD's list alone tells is needed, so events are not enough.</param>
    public void GetOpenCalls(Action<OpenCallsResult> callback, bool asListed = false)
    {
        // First, because it may find that the account belongs to another community now and reset the cache.
        var account = accounts.GetCurrent(out var error);
        var readsVendorCalls = account is not null && !asListed && !_freshness.IsListFresh && vendorCalls.CanRead(account);
        if (asListed ? _freshness.IsListFresh : _freshness.IsUpToDate && !readsVendorCalls)
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
        else
        {
            _callbacks.Add(callback);
            if (_callbacks.Count == 1)
                Refresh(account, readsVendorCalls);
        }
    }

    /// <summary>Forgets everything, because in another community the same call ids mean other calls.</summary>
    public void Reset()
    {
        _freshness.Reset();
        _isRequestObsolete = true;
        cache.Clear();
    }

    private void Refresh(CadAccount account, bool readsVendorCalls)
    {
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
            Complete(() => FromCache(null));
    }

    private void FetchList(CadAccount account)
    {
        var now = clock.Elapsed;
        if (listClient.NextFetchAt(now) is var next && next > now)
        {
            Complete(() => FromCacheOrFailed(CallListError.RateLimited(listClient.MaxPerMinute, next - now)));
            return;
        }

        cache.BeginRefresh();
        listClient.Fetch(account, OnListReceived);
    }

    private void OnListReceived(CallListResult listResult)
    {
        if (listResult.Calls is null)
        {
            cache.EndRefresh();
            OnListFailed(listResult.Error!);
        }
        else if (_isRequestObsolete)
        {
            cache.EndRefresh();
            RunCallbacks(callback => GetOpenCalls(callback));
        }
        else
        {
            cache.ApplyList(listResult.Calls);
            cache.MarkListed(clock.Elapsed);
            _freshness.OnListed();
            Complete(() => FromCache(null));
        }
    }

    private void OnListFailed(CallListError error)
    {
        if (accounts.Account is { } account && vendorCalls.CanRead(account))
        {
            // They have changed meanwhile, and are better than nothing.
            vendorCalls.Read(calls =>
            {
                Merge(calls);
                Complete(() => FromCacheOrFailed(error));
            });
        }
        else
        {
            Complete(() => FromCacheOrFailed(error));
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

    private void Complete(Func<OpenCallsResult> getResult)
    {
        if (_isRequestObsolete)
        {
            // The account changed meanwhile.
            RunCallbacks(callback => GetOpenCalls(callback));
            return;
        }

        var result = getResult();
        RunCallbacks(callback => callback(result));
    }

    private void RunCallbacks(Action<Action<OpenCallsResult>> run)
    {
        // Cleared first: a callback that runs may wait for the next list.
        var callbacks = _callbacks.ToArray();
        _callbacks.Clear();
        foreach (var callback in callbacks)
            guard.Run("open calls", () => run(callback));
    }

    private OpenCallsResult FromCacheOrFailed(CallListError error) =>
        _freshness.IsBetterThanNothing ? FromCache(error) : OpenCallsResult.Failed(error);

    private OpenCallsResult FromCache(CallListError? error) => OpenCallsResult.FromCache(cache, error, _freshness.IsSinceStart);
}
