using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The CAD's rate limits, one for each API version. The store keeps when requests went out: a restart must not spend the same
/// minute twice.
/// </summary>
internal sealed class ApiRateLimits
{
    // Twice the highest limit that can be set.
    private const int MaxKept = 12_000;

    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly DeliveryStore _store;
    private readonly SettingsMonitor _settings;
    private readonly IClock _clock;
    private readonly RateLimiter _v1Limiter;
    private readonly RateLimiter _v2Limiter;
    private readonly Dictionary<ApiVersion, List<long>> _sent = new() { [ApiVersion.V1] = new(), [ApiVersion.V2] = new() };

    public ApiRateLimits(DeliveryStore store, SettingsMonitor settings, IClock clock)
    {
        _store = store;
        _settings = settings;
        _clock = clock;
        _v1Limiter = new RateLimiter(1, settings.Current.V1Interval);
        _v2Limiter = new RateLimiter(settings.Current.V2RequestsPerMinute, Minute);
    }

    /// <summary>How many requests await their response, on both versions.</summary>
    public int InFlight => _v1Limiter.InFlight + _v2Limiter.InFlight;

    public RateLimiter GetLimiter(ApiVersion apiVersion) => apiVersion == ApiVersion.V1 ? _v1Limiter : _v2Limiter;

    /// <summary>Applies the current limits; earlier requests keep counting.</summary>
    public void OnSettingsChanged()
    {
        _v1Limiter.Reconfigure(1, _settings.Current.V1Interval);
        _v2Limiter.Reconfigure(_settings.Current.V2RequestsPerMinute, Minute);
    }

    /// <summary>Counts a request that goes out, and notes it in the store.</summary>
    /// <returns>The limiter to release when the response is there.</returns>
    public RateLimiter Acquire(ApiVersion apiVersion)
    {
        var limiter = GetLimiter(apiVersion);
        limiter.Acquire();
        var sent = _sent[apiVersion];
        var at = (long)(_clock.UtcNow - Epoch).TotalMilliseconds;
        sent.Add(at);
        while (sent.Count > limiter.PermitLimit && !MayCountAgain(apiVersion, at - sent[0]))
        {
            sent.RemoveAt(0);
        }

        _store.Set(Key(apiVersion), string.Join(",", sent.Select(at => at.ToString(CultureInfo.InvariantCulture))));
        return limiter;
    }

    /// <summary>
    /// Counts a request that is no removal. It counts from its sending and not, as a removal does, from its response: a CAD
    /// that is silent must not hold up the removals.
    /// </summary>
    public void CountRequest(ApiVersion apiVersion) => Acquire(apiVersion).Release(_clock.Elapsed);

    /// <summary>Counts what was sent before the restart.</summary>
    public void Restore()
    {
        foreach (var apiVersion in _sent.Keys.ToList())
        {
            foreach (var part in (_store.Get(Key(apiVersion)) ?? string.Empty).Split(',').AsEnumerable().Reverse().Take(MaxKept))
            {
                if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                {
                    RestoreRequest(apiVersion, at);
                }
            }
        }
    }

    // Of more than the limit allows now: the owner may have lowered it, and may raise it again within the minute.
    private static bool MayCountAgain(ApiVersion apiVersion, long age) =>
        apiVersion == ApiVersion.V2 && age >= 0 && age < TimeSpan.FromMinutes(1.5).TotalMilliseconds;

    private static string Key(ApiVersion apiVersion) => "sent:v" + ((int)apiVersion).ToString(CultureInfo.InvariantCulture);

    private void RestoreRequest(ApiVersion apiVersion, long at)
    {
        // If the time of day went back meanwhile, that must not stop sending for hours: at worst it was sent just now.
        var age = Math.Max(0, (_clock.UtcNow - Epoch).TotalMilliseconds - at);
        if (age < TimeSpan.FromHours(1).TotalMilliseconds)
        {
            _sent[apiVersion].Insert(0, at);

            // It may have been in flight for as long as a response is awaited, and may arrive at the CAD only now.
            var now = _clock.Elapsed;
            var latest = now - TimeSpan.FromMilliseconds(age) + CallbackHttpClient.ResponseTimeout;
            GetLimiter(apiVersion).Restore(latest < now ? latest : now);
        }
    }
}
