using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Discord;

/// <summary>Writes a message to a Discord webhook. Source: Discord's pages "Execute Webhook" and "Embed limits".</summary>
internal static class DiscordPayload
{
    /// <summary>Creates the request. <paramref name="url"/> is a secret; <paramref name="version"/> is this resource's.</summary>
    public static HttpRequest CreateRequest(string url, IReadOnlyList<DiscordEmbed> embeds, string version)
    {
        var body = new JObject
        {
            ["embeds"] = new JArray(embeds.Select(ToJson)),

            // No mention ever pings anybody, whatever name a player chooses.
            ["allowed_mentions"] = new JObject { ["parse"] = new JArray() },
        };
        return new HttpRequest(url, "POST", body.ToString(Formatting.None), JsonHeaders.Create(version));
    }

    private static JObject ToJson(DiscordEmbed embed) => new()
    {
        ["title"] = embed.Title,
        ["description"] = embed.Description,
        ["color"] = embed.Color,
        ["timestamp"] = embed.Timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };
}
