namespace SonoranCad.Remove911.Cfx;

/// <summary>Reads where an event came from, as the server reports it.</summary>
internal static class EventSource
{
    /// <summary>Whether the event came from the server itself or another resource.</summary>
    public static bool IsServer(string? source) => string.IsNullOrEmpty(source);

    /// <summary>Gets the server id of the client that fired the event; false for any other source.</summary>
    public static bool TryGetClient(string? source, out int id) => TryGet(source, "net:", out id);

    /// <summary>Gets the player that one of the server's own events, such as playerDropped, is about; false for any other source.</summary>
    public static bool TryGetPlayerOfServerEvent(string? source, out int id) => TryGet(source, "internal-net:", out id);

    private static bool TryGet(string? source, string prefix, out int id)
    {
        id = 0;
        return source is not null
            && source.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(source.Substring(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
    }
}
