using System.Linq;
using System.Text.Json;

namespace CadServer.V1;

/// <summary>Reads the objects in a v1 request's <c>data</c>.</summary>
internal static class V1Items
{
    /// <returns>The integer; null if the item is no object, has no such member, or it isn't written as an integer.</returns>
    public static int? Integer(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>
    /// Which server an item means: the named one, or the community's only one. The texts of the refusals are made up:
    /// the CAD's documents have none for these cases.
    /// </summary>
    /// <returns>Null if <paramref name="serverId"/> is found, else the text of the refusal.</returns>
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
