using System.Linq;
using System.Text.Json;

namespace CadServer.V1;

/// <summary>Reads the objects in a v1 request's <c>data</c>.</summary>
internal static class V1Items
{
    /// <returns>The integer; null if the item is not an object, has no such property, or the value is not an integer.</returns>
    public static int? Integer(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>
    /// Finds an item's server: the named one, or the community's only one. The texts of the refusals are made up, because the
    /// CAD's documentation has none for these cases.
    /// </summary>
    /// <returns>Null if <paramref name="serverId"/> is found, otherwise the text of the refusal.</returns>
    public static string? Server(JsonElement item, CadCommunity community, out int serverId)
    {
        serverId = 0;
        if (item.ValueKind != JsonValueKind.Object)
        {
            return "INVALID REQUEST DATA";
        }

        if (!item.TryGetProperty("serverId", out _))
        {
            serverId = community.Servers.FirstOrDefault();
            return community.Servers.Count == 1 ? null : "SERVER ID IS REQUIRED";
        }

        serverId = Integer(item, "serverId") ?? 0;
        return community.Servers.Contains(serverId) ? null : "INVALID SERVER ID";
    }
}
