using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Fetches the CAD's list of calls from the API version whose list worked last, otherwise from the one that removals use. If
/// the CAD says that this version has no list, the other one is tried. On v1 the list shares a rate limit with the removals,
/// so a request may wait for a permit; on v2 the list has a limit of its own.
/// </summary>
internal sealed class CallListClient(
    CallbackHttpClient httpClient,
    ApiRateLimits limits,
    EndpointSelector removalEndpoints,
    CallListReader reader,
    IClock clock,
    IReadOnlyList<CallListEndpoint> endpoints) : ITickable
{
    /// <summary>The maximum number of list requests per minute: the vendor's limit on API v2.</summary>
    public const int MaxPerMinute = 5;

    private readonly RateLimiter _rateLimiter = new(MaxPerMinute, TimeSpan.FromMinutes(1));
    private IReadOnlyList<CallListEndpoint> _endpoints = endpoints;
    private ApiVersion? _workingVersion;
    private Action? _deferredSend;

    public bool NeedsTick => _deferredSend is not null;

    /// <summary>Replaces the endpoints. The version that worked last stays preferred if it's still among them.</summary>
    public void Reconfigure(IReadOnlyList<CallListEndpoint> endpoints) => _endpoints = endpoints;

    /// <summary>Sends the request that waits for a v1 permit, if there is one.</summary>
    public void Tick(TimeSpan now)
    {
        if (_deferredSend is { } send && limits.GetLimiter(ApiVersion.V1).NextPermitAt(now) <= now)
        {
            _deferredSend = null;
            limits.CountRequest(ApiVersion.V1);
            send();
        }
    }

    /// <summary>When the list may be fetched next; <see cref="TimeSpan.MaxValue"/> until the pending response arrives.</summary>
    public TimeSpan NextFetchAt(TimeSpan now) => _rateLimiter.NextPermitAt(now);

    /// <summary>Fetches the list and calls <paramref name="callback"/> once, from a later tick.</summary>
    public void Fetch(CadAccount account, Action<CallListResult> callback)
    {
        var endpoint = Find(_workingVersion) ?? Find(removalEndpoints.Current.ApiVersion) ?? _endpoints[0];
        Send(endpoint, account, result =>
        {
            if (result.Error is { } error && FindAlternative(endpoint, error) is { } other)
            {
                Send(other, account, second => callback(Combine(endpoint, error, other, second)));
            }
            else
            {
                callback(result);
            }
        });
    }

    private static CallListResult Combine(CallListEndpoint first, CallListError firstError, CallListEndpoint second, CallListResult result) =>
        result.Error is null ? result : CallListResult.Failed(firstError.Combine(first.ApiVersion, result.Error, second.ApiVersion));

    private CallListEndpoint? Find(ApiVersion? version) => _endpoints.FirstOrDefault(endpoint => endpoint.ApiVersion == version);

    private CallListEndpoint? FindAlternative(CallListEndpoint endpoint, CallListError error) =>
        error.CanTryOtherApi && NextFetchAt(clock.Elapsed) <= clock.Elapsed
            ? _endpoints.FirstOrDefault(candidate => candidate.ApiVersion != endpoint.ApiVersion)
            : null;

    private void Send(CallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback)
    {
        _rateLimiter.Acquire();
        if (endpoint.ApiVersion != ApiVersion.V1)
        {
            SendNow(endpoint, account, callback);
            return;
        }

        _deferredSend = () => SendNow(endpoint, account, callback);
        Tick(clock.Elapsed);
    }

    private void SendNow(CallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback) =>
        httpClient.Send(endpoint.CreateRequest(account), response =>
        {
            _rateLimiter.Release(clock.Elapsed);
            var result = Read(endpoint, response);
            _workingVersion = result.Error is null ? endpoint.ApiVersion : _workingVersion;
            callback(result);
        });

    private CallListResult Read(CallListEndpoint endpoint, HttpResponse response)
    {
        if (response.Status is >= 200 and < 300)
        {
            if (response.Body.Length > CallListReader.MaxTextLength)
            {
                return CallListResult.Failed(CallListError.TooLong);
            }

            // Read the list before looking for the CAD's errors: a caller's words may contain the text of an error.
            if (reader.Read(response.Body, clock.Elapsed, clock.UtcNow) is { } calls)
            {
                return CallListResult.From(calls);
            }
        }

        return CallListResult.Failed(CallListError.From(endpoint.Read(response)));
    }
}
