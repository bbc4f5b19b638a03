namespace SonoranCad.Remove911.Cad;

/// <summary>The headers of a request to API v2. One of them carries the API key: never log them.</summary>
internal static class V2Headers
{
    public static IReadOnlyDictionary<string, string> Create(CadAccount account, string version) => new Dictionary<string, string>
    {
        ["Accept"] = "application/json",
        ["Authorization"] = "Bearer " + account.ApiKey,
        ["User-Agent"] = JsonHeaders.UserAgent(version),
    };
}
