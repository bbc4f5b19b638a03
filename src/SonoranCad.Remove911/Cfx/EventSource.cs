using System;
using System.Globalization;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Where an event came from, as the server tells it.</summary>
internal static class EventSource
{
    private const string ClientPrefix = "net:";

    /// <summary>Whether the event came from this server itself: another resource, or the server.</summary>
    public static bool IsServer(string? source) => string.IsNullOrEmpty(source);

    /// <summary>The client's server id; false for every other source.</summary>
    public static bool TryGetClient(string? source, out int id)
    {
        id = 0;
        return source is not null
            && source.StartsWith(ClientPrefix, StringComparison.Ordinal)
            && int.TryParse(source.Substring(ClientPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out id)
            && id > 0;
    }
}
