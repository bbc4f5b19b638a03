namespace SonoranCad.Remove911.Http;

/// <summary>An HTTP request. Its URL, body and headers may hold secrets: never log them. A record would print them.</summary>
internal sealed class HttpRequest(string url, string method, string body, IReadOnlyDictionary<string, string> headers)
{
    public string Url { get; } = url;
    public string Method { get; } = method;
    public string Body { get; } = body;
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    public static IReadOnlyDictionary<string, string> JsonHeaders(string version) => new Dictionary<string, string>
    {
        ["Content-Type"] = "application/json",
        ["User-Agent"] = UserAgent(version),
    };

    public static string UserAgent(string version) => "sonorancad-remove911/" + version;
}
