namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Fetches the CAD's list of calls from the API version whose list worked last, otherwise from the one that removals use; from
/// the other one if the CAD has no list there. On v1 the list shares a rate limit with the removals, so a request may wait.
/// </summary>
internal sealed class CallListClient(
    CallbackHttpClient httpClient, ApiRateLimits limits, EndpointSelector removalEndpoints, SecretRedactor secrets, IClock clock,
    IReadOnlyList<CallListEndpoint> endpoints) : ITickable
{
    // The vendor's limit on API v2, for each key.
    private const int KeyLimit = 5;

    private readonly RateLimiter _rateLimiter = new(KeyLimit, TimeSpan.FromMinutes(1));
    private IReadOnlyList<CallListEndpoint> _endpoints = endpoints;
    private ApiVersion? _workingVersion;
    private Action<RateLimiter>? _deferredSend;
    private Func<bool>? _continueReading;

    /// <summary>Bounds how much of a list is read in a tick.</summary>
    public required TickBudget Budget { get; init; }

    /// <summary>Its own poll takes one of the key's requests.</summary>
    public required VendorResource Vendor { get; init; }

    /// <summary>The maximum number of list requests per minute.</summary>
    public int MaxPerMinute => Vendor.IsRunning ? KeyLimit - 1 : KeyLimit;

    public bool NeedsTick => _deferredSend is not null || _continueReading is not null;

    /// <summary>Replaces the endpoints. The version that worked last stays preferred if it's still among them.</summary>
    public void Reconfigure(IReadOnlyList<CallListEndpoint> endpoints) => _endpoints = endpoints;

    /// <summary>Reads on, and sends the request that waits for a v1 permit, if there is one.</summary>
    public void Tick(TimeSpan now)
    {
        if (_continueReading is { } read)
        {
            // If it throws, it must not do so in every tick.
            _continueReading = null;
            _continueReading = read() ? _continueReading : read;
        }

        if (_deferredSend is { } send && limits.GetLimiter(ApiVersion.V1).NextPermitAt(now) <= now)
        {
            _deferredSend = null;
            send(limits.Acquire(ApiVersion.V1));
        }
    }

    /// <summary>When the list may be fetched next; <see cref="TimeSpan.MaxValue"/> until the pending response arrives.</summary>
    public TimeSpan NextFetchAt(TimeSpan now)
    {
        _rateLimiter.Reconfigure(MaxPerMinute, TimeSpan.FromMinutes(1));
        return _rateLimiter.NextPermitAt(now);
    }

    /// <summary>Fetches the list and calls <paramref name="callback"/> once, from a later tick.</summary>
    public void Fetch(CadAccount account, Action<CallListResult> callback)
    {
        var endpoint = Find(_workingVersion) ?? Find(removalEndpoints.Current.ApiVersion) ?? _endpoints[0];
        Send(endpoint, account, result =>
        {
            if (result.Error is { } error && FindAlternative(endpoint, error) is { } other)
                Send(other, account, second => callback(Combine(endpoint, error, other, second)));
            else
                callback(result);
        });
    }

    private static CallListResult Combine(CallListEndpoint first, CallListError firstError, CallListEndpoint second, CallListResult result) =>
        result.Error is null ? result : new(null, firstError.Combine(first.ApiVersion, result.Error, second.ApiVersion));

    private CallListEndpoint? Find(ApiVersion? version) => _endpoints.FirstOrDefault(endpoint => endpoint.ApiVersion == version);

    private CallListEndpoint? FindAlternative(CallListEndpoint endpoint, CallListError error) =>
        error.CanTryOtherApi && NextFetchAt(clock.Elapsed) <= clock.Elapsed
            ? _endpoints.FirstOrDefault(candidate => candidate.ApiVersion != endpoint.ApiVersion) : null;

    private void Send(CallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback)
    {
        _rateLimiter.Acquire();
        if (endpoint.ApiVersion != ApiVersion.V1)
        {
            SendNow(endpoint, account, callback, null);
            return;
        }

        _deferredSend = removalLimiter => SendNow(endpoint, account, callback, removalLimiter);
        Tick(clock.Elapsed);
    }

    private void SendNow(CallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback, RateLimiter? removalLimiter) =>
        httpClient.Send(endpoint.CreateRequest(account), response =>
        {
            _rateLimiter.Release(clock.Elapsed);
            removalLimiter?.Release(clock.Elapsed);
            Read(endpoint, response, result =>
            {
                _workingVersion = result.Error is null ? endpoint.ApiVersion : _workingVersion;
                callback(result);
            });
        });

    private void Read(CallListEndpoint endpoint, HttpResponse response, Action<CallListResult> callback)
    {
        var isRefused = response.Status is < 200 or >= 300;
        if (isRefused || response.IsTooLong)
        {
            callback(new(null, isRefused ? CallListError.From(endpoint.Read(response)) : CallListError.TooLong));
            return;
        }

        var reader = new CallListReader(response.Text, secrets, clock.Elapsed, clock.UtcNow);
        _continueReading = () =>
        {
            if (!reader.Advance(Budget))
                return false;

            // Look for the CAD's errors only now: a caller's words may contain the text of an error.
            callback(new(reader.Result, reader.Result is null ? CallListError.From(endpoint.Read(response)) : null));
            return true;
        };
    }
}
