using System.Globalization;

namespace CadServer.V2;

/// <summary>A parsed path of v2: endpoint, server and call.</summary>
internal sealed record V2Path(V2Route Endpoint, int ServerId = 0, int CallId = 0)
{
    /// <returns>Null if v2 has no such endpoint, or if a server or call id is not a number.</returns>
    public static V2Path? TryRead(string method, string path) => (method, path.Split('/')) switch
    {
        ("DELETE", ["", "v2", "emergency", "servers", var server, "calls", "911", var call])
            when Number(server) is { } serverId && Number(call) is { } callId
            => new V2Path(V2Route.Remove911, serverId, callId),
        ("GET", ["", "v2", "emergency", "servers", var server, "calls"])
            when Number(server) is { } serverId
            => new V2Path(V2Route.Calls, serverId),
        ("GET", ["", "v2", "general", "version"]) => new V2Path(V2Route.Version),
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
