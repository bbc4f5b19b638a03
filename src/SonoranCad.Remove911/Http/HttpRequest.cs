using System.Collections.Generic;

namespace SonoranCad.Remove911.Http;

/// <summary>One HTTP request, ready to send.</summary>
internal sealed class HttpRequest(string url, string method, string body, IReadOnlyDictionary<string, string> headers)
{
    /// <summary>The address; a webhook's is a secret.</summary>
    public string Url { get; } = url;

    public string Method { get; } = method;

    /// <summary>May hold the API key: never logged.</summary>
    public string Body { get; } = body;

    /// <summary>May hold the API key: never logged.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;
}
