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
    private const int MostKept = 12_000;

    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly OutboxStore _store;
    private readonly RateLimiter _v1;
    private readonly RateLimiter _v2;
    private readonly Dictionary<int, List<long>> _sent = new() { [1] = new(), [2] = new() };

    public ApiRateLimits(OutboxStore store, DeliveryOptions limits)
    {
        _store = store;
        _v1 = new RateLimiter(1, limits.V1Interval);
        _v2 = new RateLimiter(limits.V2PerMinute, TimeSpan.FromMinutes(1));
    }

    /// <summary>Keeps other limits from now on; the requests of before count on.</summary>
    public void Reconfigure(DeliveryOptions limits)
    {
        _v1.Reconfigure(1, limits.V1Interval);
        _v2.Reconfigure(limits.V2PerMinute, TimeSpan.FromMinutes(1));
    }

    public RateLimiter Of(int generation) => generation == 1 ? _v1 : _v2;

    /// <summary>Begins a request of <paramref name="generation"/> and notes it in the store.</summary>
    public RateLimiter Begin(int generation, DateTime utcNow)
    {
        var limit = Of(generation);
        limit.Acquire();
        var sent = _sent[generation];
        var at = (long)(utcNow - Epoch).TotalMilliseconds;
        sent.Add(at);
        while (sent.Count > limit.Most && !MayCountAgain(generation, at - sent[0]))
        {
            sent.RemoveAt(0);
        }

        _store.Set(Key(generation), string.Join(",", sent.Select(at => at.ToString(CultureInfo.InvariantCulture))));
        return limit;
    }

    /// <summary>Takes up what was sent before the restart.</summary>
    public void Restore(TimeSpan now, DateTime utcNow)
    {
        foreach (var generation in _sent.Keys.ToList())
        {
            foreach (var part in (_store.Get(Key(generation)) ?? string.Empty).Split(',').AsEnumerable().Reverse().Take(MostKept))
            {
                if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                {
                    Recall(generation, at, now, utcNow);
                }
            }
        }
    }

    // Of more than the limit allows now: the owner may have lowered it, and may raise it again within the minute.
    private static bool MayCountAgain(int generation, long ago) =>
        generation == 2 && ago >= 0 && ago < TimeSpan.FromMinutes(1.5).TotalMilliseconds;

    private static string Key(int generation) => "sent:v" + generation.ToString(CultureInfo.InvariantCulture);

    private void Recall(int generation, long at, TimeSpan now, DateTime utcNow)
    {
        // A time of day that went back meanwhile must not close the way for hours: at worst it was just now.
        var ago = Math.Max(0, (utcNow - Epoch).TotalMilliseconds - at);
        if (ago < TimeSpan.FromHours(1).TotalMilliseconds)
        {
            _sent[generation].Insert(0, at);

            // It may have been on its way for as long as an answer is waited for, and what left then may arrive only now.
            var latest = now - TimeSpan.FromMilliseconds(ago) + DeliveryOptions.AnswerTimeout;
            Of(generation).Restore(latest < now ? latest : now);
        }
    }
}
