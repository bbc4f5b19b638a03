using System.Collections.Generic;
using System.Text.Json;

namespace CadServer.V1;

/// <summary>The envelope of every v1 request.</summary>
internal sealed record V1Body(string Id, string Key, string Type, IReadOnlyList<JsonElement> Data)
{
    /// <returns>The envelope; null, and the reason in <paramref name="error"/>, if the body is invalid.</returns>
    public static V1Body? Read(byte[] body, out string error)
    {
        error = "INVALID REQUEST BODY";
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            error = "INVALID JSON";
            return null;
        }

        if (root.ValueKind != JsonValueKind.Object
            || Text(root, "id") is not { } id
            || Text(root, "key") is not { } key
            || Text(root, "type") is not { } type
            || !root.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return new V1Body(id, key, type, [.. data.EnumerateArray()]);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
