using System;
using System.Globalization;
using System.Text.Json.Nodes;
using CadServer.Http;

namespace CadServer.Discord;

/// <summary>Discord's responses to a post.</summary>
internal static class DiscordResponses
{
    public static StubResponse NoContent() => StubResponse.Text(204, string.Empty);

    public static StubResponse Error(int status, string message, int code) =>
        StubResponse.Json(new JsonObject { ["message"] = message, ["code"] = code }, status);

    public static StubResponse UnknownWebhook() => Error(404, "Unknown Webhook", 10015);

    /// <summary>The header has whole seconds, rounded up; the body has milliseconds.</summary>
    public static StubResponse RateLimited(TimeSpan retryAfter)
    {
        var seconds = Math.Round(retryAfter.TotalSeconds, 3);
        var refusal = new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = seconds,
            ["global"] = false,
        };
        var answer = StubResponse.Json(refusal, 429).WithRetryAfter(retryAfter);
        var resetAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return answer with { Headers = [.. answer.Headers, new("X-RateLimit-Remaining", "0"), new("X-RateLimit-Reset-After", resetAfter)] };
    }
}
