namespace SonoranCad.Remove911.Delivery;

/// <summary>This server's share of the API key's limits, one per API version. The store keeps it across a restart.</summary>
internal sealed class FairShareLimits(DeliveryStore store, SettingsMonitor settings, IClock clock, Func<double> random)
{
    private const string Alone = "alone";

    private readonly FairShareLimiter _v1 = new(V1Limit(settings.Current), random);
    private readonly FairShareLimiter _v2 = new(settings.Current.V2RequestsPerMinute, random);

    public FairShareLimiter Get(ApiVersion apiVersion) => apiVersion == ApiVersion.V1 ? _v1 : _v2;

    /// <summary>Applies the current limits; what was learned stays.</summary>
    public void OnSettingsChanged()
    {
        _v1.Reconfigure(V1Limit(settings.Current));
        _v2.Reconfigure(settings.Current.V2RequestsPerMinute);
    }

    /// <summary>Learns from the response to a removal.</summary>
    public void Release(ApiVersion apiVersion, CadResult result, TimeSpan now)
    {
        var limiter = Get(apiVersion);
        limiter.Release(now, result.IsOverLimit ? PermitOutcome.Refused : result.Kind == CadResultKind.Retry ? PermitOutcome.Unknown : PermitOutcome.Used);
        if (limiter.IsAlone)
        {
            store.Set(Key(apiVersion), Alone);
        }
        else if (limiter.RefusedAt is { } refusedAt)
        {
            var at = new DateTimeOffset(clock.UtcNow - (now - refusedAt)).ToUnixTimeSeconds();
            store.Set(Key(apiVersion), string.Format(CultureInfo.InvariantCulture, "{0},{1}", limiter.ShareAtRefusal, at));
        }
    }

    /// <summary>Takes over what was learned before the restart.</summary>
    public void Restore()
    {
        foreach (var apiVersion in new[] { ApiVersion.V1, ApiVersion.V2 })
        {
            var parts = (store.Restore(Key(apiVersion)) ?? string.Empty).Split(',');
            if (parts[0] == Alone)
            {
                Get(apiVersion).Restore(int.MaxValue, null);
            }
            else if (parts.Length == 2
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var share)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            {
                // The time of day may have been set back meanwhile; any age beyond a day is the same.
                var age = Math.Max(0, Math.Min(new DateTimeOffset(clock.UtcNow).ToUnixTimeSeconds() - at, TimeSpan.FromDays(1).TotalSeconds));
                Get(apiVersion).Restore(share, clock.Elapsed - TimeSpan.FromSeconds(age));
            }
        }
    }

    private static int V1Limit(Settings settings) => Math.Max(1, (int)Math.Round(60 / settings.V1IntervalSeconds));

    private static string Key(ApiVersion apiVersion) => "share:v" + ((int)apiVersion).ToString(CultureInfo.InvariantCulture);
}
