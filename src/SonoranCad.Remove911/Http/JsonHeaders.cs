namespace SonoranCad.Remove911.Http;

internal static class JsonHeaders
{
    public static IReadOnlyDictionary<string, string> Create(string version) => new Dictionary<string, string>
    {
        ["Content-Type"] = "application/json",
        ["User-Agent"] = UserAgent(version),
    };

    public static string UserAgent(string version) => "sonorancad-remove911/" + version;
}
