using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Sends the CAD's version request within the rate limits, and reads the response.</summary>
internal sealed class AccountCheckClient(
    CallbackHttpClient httpClient, ApiRateLimits limits, VersionResponseReader reader, IClock clock, ResourceInfo resource)
{
    private readonly ApiRequest _requests = new(resource.Version);

    // On v2 the version request has its own limit, apart from that of removals.
    private readonly RateLimiter _v2Limiter = new(10, TimeSpan.FromMinutes(1));

    public bool MaySend(ApiVersion apiVersion, TimeSpan now) =>
        (apiVersion == ApiVersion.V1 ? limits.GetLimiter(ApiVersion.V1) : _v2Limiter).NextPermitAt(now) <= now;

    /// <summary>Sends the request; <paramref name="callback"/> is called once, from a later tick.</summary>
    public void Send(ApiVersion apiVersion, CadAccount account, Action<VersionResult> callback)
    {
        var limiter = apiVersion == ApiVersion.V1 ? limits.Acquire(ApiVersion.V1) : _v2Limiter.Acquire();
        httpClient.Send(_requests.ForVersion(apiVersion, account), response =>
        {
            limiter.Release(clock.Elapsed);
            callback(reader.Read(apiVersion, response));
        });
    }
}
