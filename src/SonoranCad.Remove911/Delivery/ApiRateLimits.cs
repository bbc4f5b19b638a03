namespace SonoranCad.Remove911.Delivery;

/// <summary>The CAD's rate limits, one per API version. The store keeps the send times: a restart cannot use up the same minute twice.</summary>
internal sealed class ApiRateLimits(DeliveryStore store, SettingsMonitor settings, IClock clock, FairShareLimits shares)
{
    // Twice the highest limit that an owner can set.
    private const int MaxKept = 12_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly RateLimiter _v1Limiter = new(1, settings.Current.V1Interval);
    private readonly RateLimiter _v2Limiter = new(settings.Current.V2RequestsPerMinute, Minute);
    private readonly Dictionary<ApiVersion, List<long>> _sent = new() { [ApiVersion.V1] = new(), [ApiVersion.V2] = new() };

    public FairShareLimits Shares => shares;

    public RateLimiter GetLimiter(ApiVersion apiVersion) => apiVersion == ApiVersion.V1 ? _v1Limiter : _v2Limiter;

    /// <summary>Applies the current limits; earlier requests keep counting.</summary>
    public void OnSettingsChanged()
    {
        _v1Limiter.Reconfigure(1, settings.Current.V1Interval);
        _v2Limiter.Reconfigure(settings.Current.V2RequestsPerMinute, Minute);
        shares.OnSettingsChanged();
    }

    /// <summary>Counts a request, also in the store. The caller releases the returned limiter when the response is there.</summary>
    public RateLimiter Acquire(ApiVersion apiVersion)
    {
        var limiter = GetLimiter(apiVersion).Acquire();
        var sent = _sent[apiVersion];
        var at = new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds();
        sent.Add(at);
        while (sent.Count > limiter.PermitLimit && !MayCountAgain(apiVersion, at - sent[0]))
            sent.RemoveAt(0);

        store.SetLate(Key(apiVersion), () => string.Join(",", sent.Select(at => at.ToString(CultureInfo.InvariantCulture))));
        return limiter;
    }

    public void Restore()
    {
        shares.Restore();
        foreach (var apiVersion in _sent.Keys)
        {
            var parts = (store.Restore(Key(apiVersion)) ?? string.Empty).Split(',');
            foreach (var part in parts.Skip(parts.Length - MaxKept))
            {
                if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                    RestoreRequest(apiVersion, at);
            }
        }
    }

    // Decides which send times to keep beyond the current limit: the owner may raise the limit again within the minute.
    private static bool MayCountAgain(ApiVersion apiVersion, long age) =>
        apiVersion == ApiVersion.V2 && age >= 0 && age < TimeSpan.FromMinutes(1.5).TotalMilliseconds;

    private static string Key(ApiVersion apiVersion) => "sent:v" + ((int)apiVersion).ToString(CultureInfo.InvariantCulture);

    private void RestoreRequest(ApiVersion apiVersion, long at)
    {
        // A time of day that was set back must not stop sending for hours: at worst the request was sent just now.
        var age = Math.Max(0, new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds() - at);
        if (age < TimeSpan.FromHours(1).TotalMilliseconds)
        {
            _sent[apiVersion].Add(at);

            // The request may have been in flight until the response timeout and reach the CAD only now.
            var releasedAgo = Math.Max(0, age - CallbackHttpClient.ResponseTimeout.TotalMilliseconds);
            var releasedAt = clock.Elapsed - TimeSpan.FromMilliseconds(releasedAgo);
            GetLimiter(apiVersion).Restore(releasedAt);
            shares.Get(apiVersion).RestoreRequest(releasedAt);
        }
    }
}
