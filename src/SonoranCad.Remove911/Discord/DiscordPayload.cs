using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Discord;

/// <summary>Writes a message to a Discord webhook. Source: Discord's pages «Execute Webhook» and «Embed limits».</summary>
internal static class DiscordPayload
{
    /// <summary>The body of a message of <paramref name="embeds"/>.</summary>
    public static string Body(IReadOnlyList<DiscordEmbed> embeds)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            json.WritePropertyName("embeds");
            json.WriteStartArray();
            foreach (var embed in embeds)
            {
                Write(json, embed);
            }

            json.WriteEndArray();

            // Whatever a player calls himself, nobody is pinged.
            json.WritePropertyName("allowed_mentions");
            json.WriteStartObject();
            json.WritePropertyName("parse");
            json.WriteStartArray();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.ToString();
    }

    /// <param name="url">The webhook's, a secret.</param>
    /// <param name="body">Of <see cref="Body"/>.</param>
    /// <param name="version">This resource's.</param>
    public static HttpRequest CreateRequest(string url, string body, string version) => new(
        url,
        "POST",
        body,
        JsonHeaders.Create(version));

    private static void Write(JsonTextWriter json, DiscordEmbed embed)
    {
        json.WriteStartObject();
        json.WritePropertyName("title");
        json.WriteValue(embed.Title);
        json.WritePropertyName("description");
        json.WriteValue(embed.Description);
        json.WritePropertyName("color");
        json.WriteValue(embed.Color);
        json.WritePropertyName("timestamp");
        json.WriteValue(embed.Timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
