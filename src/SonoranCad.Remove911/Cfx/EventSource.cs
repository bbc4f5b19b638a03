using System;
using System.Globalization;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Where an event came from, as the server tells it.</summary>
internal static class EventSource
{
    private const string ClientPrefix = "net:";
    private const string ServerPrefix = "internal-net:";

    /// <summary>Whether the event came from this server itself: another resource, or the server.</summary>
    public static bool IsServer(string? source) => string.IsNullOrEmpty(source);

    /// <summary>The client's server id; false for every other source.</summary>
    public static bool TryGetClient(string? source, out int id) => TryGet(source, ClientPrefix, out id);

    /// <summary>
    /// The player whom an event of the server's own is about (playerDropped and its kin); false for every other source,
    /// what a client fires under such a name among them.
    /// </summary>
    public static bool TryGetPlayerOfServerEvent(string? source, out int id) => TryGet(source, ServerPrefix, out id);

    private static bool TryGet(string? source, string prefix, out int id)
    {
        id = 0;
        return source is not null
            && source.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(source.Substring(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out id)
            && id > 0;
    }
}
