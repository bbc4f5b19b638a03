using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Fetches the CAD's list of calls: from the API version whose list worked last, or else the one that removals use, and from
/// the other one if the CAD says that this one has none. On v1 all requests share a limit with the removals, so a request may
/// have to wait a moment; v2 has a limit for the list alone.
/// </summary>
internal sealed class CallListClient(
    CallbackHttpClient httpClient,
    ApiRateLimits limits,
    EndpointSelector removalEndpoints,
    CallListReader reader,
    IClock clock,
    IReadOnlyList<CallListEndpoint> endpoints) : ITickable
{
    /// <summary>The most requests for a list in a minute: the vendor's limit on API v2.</summary>
    public const int MaxPerMinute = 5;

    private readonly RateLimiter _rateLimiter = new(MaxPerMinute, TimeSpan.FromMinutes(1));
    private IReadOnlyList<CallListEndpoint> _endpoints = endpoints;
    private ApiVersion? _workingVersion;
    private Action? _deferredSend;

    public bool NeedsTick => _deferredSend is not null;

    /// <summary>Uses other endpoints from now on; the one that worked stays in use if it is among them.</summary>
    public void Reconfigure(IReadOnlyList<CallListEndpoint> endpoints) => _endpoints = endpoints;

    /// <summary>Sends what had to wait for v1's limit.</summary>
    public void Tick(TimeSpan now)
    {
        if (_deferredSend is { } send && limits.GetLimiter(ApiVersion.V1).NextPermitAt(now) <= now)
        {
            _deferredSend = null;
            limits.CountRequest(ApiVersion.V1);
            send();
        }
    }

    /// <summary>When the list may be fetched: at once, later, or not before a response (<see cref="TimeSpan.MaxValue"/>).</summary>
    public TimeSpan NextFetchAt(TimeSpan now) => _rateLimiter.NextPermitAt(now);

    /// <summary>Fetches the list; <paramref name="callback"/> is called once, from a later tick.</summary>
    public void Fetch(CadAccount account, Action<CallListResult> callback)
    {
        var endpoint = Find(_workingVersion) ?? Find(removalEndpoints.Current.ApiVersion) ?? _endpoints[0];
        Send(endpoint, account, result =>
        {
            if (result.Error is { } error && FindAlternative(endpoint, error) is { } other)
            {
                Send(other, account, second => callback(Combine(endpoint, error, other, second)));
                return;
            }

            callback(result);
        });
    }

    private static CallListResult Combine(CallListEndpoint first, CallListError firstError, CallListEndpoint second, CallListResult result) =>
        result.Error is null
            ? result
            : CallListResult.Failed(firstError.Combine(first.ApiVersion, result.Error, second.ApiVersion));

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

            // Before the CAD's errors are looked for: a caller may say what would otherwise be one of them.
            if (reader.Read(response.Body, clock.Elapsed, clock.UtcNow) is { } calls)
            {
                return CallListResult.From(calls);
            }
        }

        return CallListResult.Failed(CallListError.From(endpoint.Read(response)));
    }
}
