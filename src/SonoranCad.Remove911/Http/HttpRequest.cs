namespace SonoranCad.Remove911.Http;

/// <summary>An HTTP request. Not a record, whose ToString would print the secrets.</summary>
internal sealed class HttpRequest(string url, string method, string body, IReadOnlyDictionary<string, string> headers)
{
    /// <summary>A secret if it is a webhook's.</summary>
    public string Url { get; } = url;

    public string Method { get; } = method;

    /// <summary>May contain the API key, so it is never logged.</summary>
    public string Body { get; } = body;

    /// <summary>May contain the API key, so they are never logged.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    public static IReadOnlyDictionary<string, string> JsonHeaders(string version) => new Dictionary<string, string>
    {
        ["Content-Type"] = "application/json",
        ["User-Agent"] = UserAgent(version),
    };

    public static string UserAgent(string version) => "sonorancad-remove911/" + version;
}
