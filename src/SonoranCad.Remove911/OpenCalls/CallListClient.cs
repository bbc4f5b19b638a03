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
/// Asks the CAD for its list: on the API generation whose list worked last, or else the one that removals use, and on the
/// other one where the CAD says that this one has none. On v1 all requests share a limit with the removals, so one may have
/// to wait a moment; v2 counts the list by itself.
/// </summary>
internal sealed class CallListClient : ITickable
{
    /// <summary>The most requests for a list in a minute: the vendor's limit on API v2.</summary>
    public const int MaxPerMinute = 5;

    private readonly CallbackHttpClient _httpClient;
    private readonly DeliveryPipeline _pipeline;
    private readonly Func<int> _currentApiVersion;
    private readonly CallListReader _reader;
    private readonly IClock _clock;
    private readonly RateLimiter _rateLimiter = new(MaxPerMinute, TimeSpan.FromMinutes(1));
    private IReadOnlyList<ICallListEndpoint> _endpoints;
    private ICallListEndpoint? _workingEndpoint;
    private Action? _deferredSend;

    /// <param name="httpClient">Sends the requests.</param>
    /// <param name="pipeline">Counts those to API v1.</param>
    /// <param name="endpoints">Those that the setting <c>api</c> allows.</param>
    /// <param name="currentApiVersion">The API generation that removals go to now.</param>
    /// <param name="reader">Reads the lists.</param>
    /// <param name="clock">The time.</param>
    public CallListClient(
        CallbackHttpClient httpClient, DeliveryPipeline pipeline, IReadOnlyList<ICallListEndpoint> endpoints, Func<int> currentApiVersion, CallListReader reader, IClock clock)
    {
        _httpClient = httpClient;
        _pipeline = pipeline;
        _endpoints = endpoints;
        _currentApiVersion = currentApiVersion;
        _reader = reader;
        _clock = clock;
    }

    public bool NeedsTick => _deferredSend is not null;

    /// <summary>Takes other lists from now on; the one that worked stays in use where it is among them.</summary>
    public void Reconfigure(IReadOnlyList<ICallListEndpoint> endpoints)
    {
        _workingEndpoint = endpoints.FirstOrDefault(endpoint => endpoint.ApiVersion == _workingEndpoint?.ApiVersion);
        _endpoints = endpoints;
    }

    /// <summary>Sends what had to wait for v1's limit.</summary>
    public void Tick(TimeSpan now)
    {
        if (_deferredSend is { } send && _pipeline.RateLimits.GetLimiter(1).NextPermitAt(now) <= now)
        {
            _deferredSend = null;
            _pipeline.CountRequest(1);
            send();
        }
    }

    /// <summary>When the list may be asked for: at once, later, or not before an answer (<see cref="TimeSpan.MaxValue"/>).</summary>
    public TimeSpan NextFetchAt(TimeSpan now) => _rateLimiter.NextPermitAt(now);

    /// <summary>Asks; <paramref name="callback"/> is called once, from a later tick.</summary>
    public void Fetch(CadAccount account, Action<CallListResult> callback) => Send(SelectEndpoint(), account, callback, null);

    private ICallListEndpoint SelectEndpoint() => _workingEndpoint ?? _endpoints.FirstOrDefault(endpoint => endpoint.ApiVersion == _currentApiVersion()) ?? _endpoints[0];

    private void Send(ICallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback, Action<CallListError>? onError)
    {
        _rateLimiter.Acquire();
        if (endpoint.ApiVersion != 1)
        {
            SendNow(endpoint, account, callback, onError);
            return;
        }

        _deferredSend = () => SendNow(endpoint, account, callback, onError);
        Tick(_clock.Elapsed);
    }

    private void SendNow(ICallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback, Action<CallListError>? onError) =>
        _httpClient.Send(endpoint.CreateRequest(account), response =>
        {
            _rateLimiter.Release(_clock.Elapsed);
            var result = Read(endpoint, response);
            if (result.Error is null)
            {
                _workingEndpoint = _endpoints.FirstOrDefault(candidate => candidate.ApiVersion == endpoint.ApiVersion);
                callback(result);
            }
            else if (onError is not null)
            {
                onError(result.Error);
            }
            else
            {
                HandleError(endpoint, account, callback, result.Error);
            }
        });

    private void HandleError(ICallListEndpoint endpoint, CadAccount account, Action<CallListResult> callback, CallListError error)
    {
        var other = error.CanTryOtherApi ? _endpoints.FirstOrDefault(candidate => candidate.ApiVersion != endpoint.ApiVersion) : null;
        if (other is null || NextFetchAt(_clock.Elapsed) > _clock.Elapsed)
        {
            callback(CallListResult.Failed(error));
            return;
        }

        Send(other, account, callback, secondError =>
            callback(CallListResult.Failed(error.Combine(endpoint.ApiVersion, secondError, other.ApiVersion))));
    }

    private CallListResult Read(ICallListEndpoint endpoint, HttpResponse response)
    {
        if (response.Status is >= 200 and < 300)
        {
            if (response.Body.Length > CallListReader.MaxTextLength)
            {
                return CallListResult.Failed(CallListError.TooLong);
            }

            // Before the verdict: a caller may say what else would be one of the CAD's faults.
            if (_reader.Read(response.Body, _clock.Elapsed, _clock.UtcNow) is { } calls)
            {
                return CallListResult.From(calls);
            }
        }

        return CallListResult.Failed(CallListError.From(endpoint.Read(response)));
    }
}
