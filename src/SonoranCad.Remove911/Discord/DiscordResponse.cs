using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Discord;

/// <summary>Reads what Discord answers; never throws.</summary>
internal static class DiscordResponse
{
    // The server's client shows no header of a 429. Longer than this no limit of Discord's lasts.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    public static DiscordResult Read(HttpResponse answer) => answer.Status switch
    {
        >= 200 and < 300 => DiscordResult.Posted,
        >= 300 and < 400 => DiscordResult.WebhookGone,
        401 or 403 or 404 or 405 or 410 => DiscordResult.WebhookGone,
        408 or 425 or 429 => DiscordResult.TryAgain,
        >= 400 and < 500 => DiscordResult.Refused,
        _ => DiscordResult.TryAgain,
    };

    /// <summary>How long to wait after the so-manieth failure: 2 s, doubling; longer where Discord says so.</summary>
    public static TimeSpan Wait(HttpResponse answer, int failures)
    {
        var wait = TimeSpan.FromTicks(FirstWait.Ticks << Math.Min(failures - 1, 5));
        var asked = answer.Status == 429 ? RetryAfter(answer.Text) : TimeSpan.Zero;
        return asked > wait ? asked : wait;
    }

    // «{"message": "You are being rate limited.", "retry_after": 1.25, "global": false}», in seconds.
    private static TimeSpan RetryAfter(string text)
    {
        try
        {
            var value = (JObject.Parse(text)["retry_after"] as JValue)?.Value;
            var seconds = value is long whole ? whole : value as double? ?? 0;
            return seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestRetryAfter.TotalSeconds)) : TimeSpan.Zero;
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: then the growing wait alone counts.
            return TimeSpan.Zero;
        }
    }
}
