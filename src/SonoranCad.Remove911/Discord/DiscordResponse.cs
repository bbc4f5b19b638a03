using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Discord;

/// <summary>Reads Discord's responses; never throws.</summary>
internal static class DiscordResponse
{
    // None of Discord's rate limits lasts longer.
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan InitialDelay = TimeSpan.FromSeconds(2);

    public static DiscordResult Read(HttpResponse response) => response.Status switch
    {
        >= 200 and < 300 => DiscordResult.Posted,
        (>= 300 and < 400) or 401 or 403 or 404 or 405 or 410 => DiscordResult.WebhookGone,
        >= 400 and < 500 and not (408 or 425 or 429) => DiscordResult.Refused,
        _ => DiscordResult.Retry,
    };

    /// <summary>The delay after a number of failures: 2 s, doubling up to 64 s, or longer if Discord asks for it.</summary>
    public static TimeSpan GetRetryDelay(HttpResponse response, int failures)
    {
        var delay = TimeSpan.FromTicks(InitialDelay.Ticks << Math.Min(failures - 1, 5));
        var requested = response.Status == 429 ? ReadRetryAfter(response.Text) : TimeSpan.Zero;
        return requested > delay ? requested : delay;
    }

    // {"message": "You are being rate limited.", "retry_after": 1.25, "global": false}, in seconds. The server's HTTP client
    // hides the Retry-After header of a 429.
    private static TimeSpan ReadRetryAfter(string text)
    {
        try
        {
            var value = (JObject.Parse(text)["retry_after"] as JValue)?.Value;
            var seconds = value is long whole ? whole : value as double? ?? 0;
            return seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, MaxRetryAfter.TotalSeconds)) : TimeSpan.Zero;
        }
        catch (JsonException)
        {
            // A proxy's page, or an empty body: only the backoff counts.
            return TimeSpan.Zero;
        }
    }
}
