using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The CAD's limits, one for each API generation. When requests went out is kept in the store: a restart must not spend the
/// same minute twice.
/// </summary>
internal sealed class ApiRateLimits
{
    // Twice the highest limit that can be set.
    private const int MaxKept = 12_000;

    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly OutboxStore _store;
    private readonly RateLimiter _v1Limiter;
    private readonly RateLimiter _v2Limiter;
    private readonly Dictionary<int, List<long>> _sent = new() { [1] = new(), [2] = new() };

    public ApiRateLimits(OutboxStore store, DeliveryOptions options)
    {
        _store = store;
        _v1Limiter = new RateLimiter(1, options.V1Interval);
        _v2Limiter = new RateLimiter(options.V2PerMinute, TimeSpan.FromMinutes(1));
    }

    /// <summary>Keeps other limits from now on; the requests of before count on.</summary>
    public void Reconfigure(DeliveryOptions options)
    {
        _v1Limiter.Reconfigure(1, options.V1Interval);
        _v2Limiter.Reconfigure(options.V2PerMinute, TimeSpan.FromMinutes(1));
    }

    public RateLimiter GetLimiter(int apiVersion) => apiVersion == 1 ? _v1Limiter : _v2Limiter;

    /// <summary>Begins a request of <paramref name="apiVersion"/> and notes it in the store.</summary>
    public RateLimiter Acquire(int apiVersion, DateTime utcNow)
    {
        var limiter = GetLimiter(apiVersion);
        limiter.Acquire();
        var sent = _sent[apiVersion];
        var at = (long)(utcNow - Epoch).TotalMilliseconds;
        sent.Add(at);
        while (sent.Count > limiter.PermitLimit && !MayCountAgain(apiVersion, at - sent[0]))
        {
            sent.RemoveAt(0);
        }

        _store.Set(Key(apiVersion), string.Join(",", sent.Select(at => at.ToString(CultureInfo.InvariantCulture))));
        return limiter;
    }

    /// <summary>Takes up what was sent before the restart.</summary>
    public void Restore(TimeSpan now, DateTime utcNow)
    {
        foreach (var apiVersion in _sent.Keys.ToList())
        {
            foreach (var part in (_store.Get(Key(apiVersion)) ?? string.Empty).Split(',').AsEnumerable().Reverse().Take(MaxKept))
            {
                if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                {
                    RestoreRequest(apiVersion, at, now, utcNow);
                }
            }
        }
    }

    // Of more than the limit allows now: the owner may have lowered it, and may raise it again within the minute.
    private static bool MayCountAgain(int apiVersion, long age) =>
        apiVersion == 2 && age >= 0 && age < TimeSpan.FromMinutes(1.5).TotalMilliseconds;

    private static string Key(int apiVersion) => "sent:v" + apiVersion.ToString(CultureInfo.InvariantCulture);

    private void RestoreRequest(int apiVersion, long at, TimeSpan now, DateTime utcNow)
    {
        // A time of day that went back meanwhile must not close the way for hours: at worst it was just now.
        var age = Math.Max(0, (utcNow - Epoch).TotalMilliseconds - at);
        if (age < TimeSpan.FromHours(1).TotalMilliseconds)
        {
            _sent[apiVersion].Insert(0, at);

            // It may have been on its way for as long as an answer is waited for, and what left then may arrive only now.
            var latest = now - TimeSpan.FromMilliseconds(age) + DeliveryOptions.ResponseTimeout;
            GetLimiter(apiVersion).Restore(latest < now ? latest : now);
        }
    }
}
