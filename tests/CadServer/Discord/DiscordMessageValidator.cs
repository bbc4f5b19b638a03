using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using CadServer.Http;

namespace CadServer.Discord;

/// <summary>Checks a message as Discord does. A resource hits the length limits when many calls are cleared at once.</summary>
internal static class DiscordMessageValidator
{
    private const int MostContent = 2000;
    private const int MostEmbeds = 10;
    private const int MostTitle = 256;
    private const int MostDescription = 4096;
    private const int MostFields = 25;
    private const int MostFieldName = 256;
    private const int MostFieldValue = 1024;
    private const int MostInAllEmbeds = 6000;

    /// <returns>The error response; null if the message is valid.</returns>
    public static StubResponse? Refuse(ReceivedRequest request)
    {
        if (request.Header("Content-Type")?.StartsWith("application/json", System.StringComparison.OrdinalIgnoreCase) != true)
        {
            return Empty();
        }

        JsonNode? message;
        try
        {
            message = JsonNode.Parse(request.Body);
        }
        catch (JsonException)
        {
            return DiscordResponses.Error(400, "The request body contains invalid JSON.", 50109);
        }

        if (message is not JsonObject)
        {
            return Invalid();
        }

        var content = Text(message, "content");
        var embeds = message["embeds"] as JsonArray;
        if (content.Length == 0 && embeds is not { Count: > 0 })
        {
            return Empty();
        }

        return content.Length <= MostContent && (embeds is null || Fits(embeds)) ? null : Invalid();
    }

    private static bool Fits(JsonArray embeds) =>
        embeds.Count <= MostEmbeds && embeds.All(Fits) && embeds.Sum(Letters) <= MostInAllEmbeds;

    private static bool Fits(JsonNode? embed) =>
        embed is JsonObject
        && Text(embed, "title").Length <= MostTitle
        && Text(embed, "description").Length <= MostDescription
        && Fields(embed).Count <= MostFields
        && Fields(embed).All(field =>
            Text(field, "name").Length is > 0 and <= MostFieldName && Text(field, "value").Length is > 0 and <= MostFieldValue);

    private static int Letters(JsonNode? embed) =>
        Text(embed, "title").Length
        + Text(embed, "description").Length
        + Fields(embed).Sum(field => Text(field, "name").Length + Text(field, "value").Length);

    private static JsonArray Fields(JsonNode? embed) => embed?["fields"] as JsonArray ?? [];

    private static string Text(JsonNode? parent, string name) =>
        parent is JsonObject map && map[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    private static StubResponse Empty() => DiscordResponses.Error(400, "Cannot send an empty message", 50006);

    private static StubResponse Invalid() => DiscordResponses.Error(400, "Invalid Form Body", 50035);
}
