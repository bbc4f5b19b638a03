using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>An answer as the server tells it to the resource that asked.</summary>
internal sealed class HttpAnswer
{
    private HttpAnswer(int status, string? body, Dictionary<string, string> headers, string? error)
    {
        Status = status;
        Body = body;
        Headers = headers;
        Error = error;
    }

    public int Status { get; }

    public string? Body { get; }

    public Dictionary<string, string> Headers { get; }

    public string? Error { get; }

    /// <summary>From 400 up the headers are kept back, and the body comes as an error's text.</summary>
    public static HttpAnswer Of(int status, string body, Dictionary<string, string> headers) => status < 400
        ? new HttpAnswer(status, body, headers, null)
        : new HttpAnswer(status, null, [], $"HTTP {status.ToString(CultureInfo.InvariantCulture)}: {body}");

    public static HttpAnswer None(string error) => new HttpAnswer(0, null, [], error);
}
