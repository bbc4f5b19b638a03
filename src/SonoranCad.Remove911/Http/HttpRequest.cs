using System.Collections.Generic;

namespace SonoranCad.Remove911.Http;

/// <summary>One HTTP request to the CAD, ready to send.</summary>
internal sealed class HttpRequest
{
    public HttpRequest(string url, string method, string body, IReadOnlyDictionary<string, string> headers)
    {
        Url = url;
        Method = method;
        Body = body;
        Headers = headers;
    }

    public string Url { get; }

    public string Method { get; }

    /// <summary>Holds the API key: never logged.</summary>
    public string Body { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }
}
