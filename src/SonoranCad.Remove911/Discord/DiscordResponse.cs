namespace SonoranCad.Remove911.Discord;

/// <summary>Reads Discord's responses; never throws.</summary>
internal static class DiscordResponse
{
    // None of Discord's rate limits lasts longer.
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan InitialDelay = TimeSpan.FromSeconds(2);

    public static DiscordResult Read(HttpResponse response) => response.Status switch
    {
        >= 200 and < 300 => response.IsHtml ? DiscordResult.Retry : DiscordResult.Posted,
        401 or 403 or 404 or 405 or 410 => IsIntercepted(response) ? DiscordResult.Retry : DiscordResult.WebhookGone,
        >= 300 and < 400 => DiscordResult.WebhookGone,
        >= 400 and < 500 and not (408 or 425 or 429) => DiscordResult.Refused,
        _ => DiscordResult.Retry,
    };

    /// <summary>Whether a firewall answered instead of Discord, whose errors are <c>{"message": "…", "code": 10015}</c>.</summary>
    public static bool IsIntercepted(HttpResponse response) =>
        response.Status is 401 or 403 or 404 or 405 or 410
        && !(response.ParseJson() is JObject json && json["message"] is JValue { Value: string } && json["code"] is JValue { Value: long });

    /// <summary>The delay after a number of failures: 2 s, doubling up to 64 s, or longer if Discord asks for it.</summary>
    public static TimeSpan GetRetryDelay(HttpResponse response, int failures)
    {
        var delay = TimeSpan.FromTicks(InitialDelay.Ticks << Math.Min(failures - 1, 5));
        var requested = response.Status == 429 ? ReadRetryAfter(response) : TimeSpan.Zero;
        return requested > delay ? requested : delay;
    }

    // {"retry_after": 1.25}, in seconds; none in a proxy's page. The server's HTTP client hides the Retry-After header of a 429.
    private static TimeSpan ReadRetryAfter(HttpResponse response)
    {
        var value = ((response.ParseJson() as JObject)?["retry_after"] as JValue)?.Value;
        var seconds = value is long whole ? whole : value as double? ?? 0;
        return seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, MaxRetryAfter.TotalSeconds)) : TimeSpan.Zero;
    }
}

internal enum DiscordResult
{
    Posted,
    Retry,

    /// <summary>Discord will never accept this message, but may accept the next one.</summary>
    Refused,

    /// <summary>The webhook was deleted, or the URL is not a webhook. Only the owner can fix that.</summary>
    WebhookGone,
}
