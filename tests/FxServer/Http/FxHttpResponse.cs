using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>An answer as the server tells it to the resource that asked.</summary>
public sealed class FxHttpResponse
{
    private static readonly Dictionary<string, string> NoHeaders = new Dictionary<string, string>();

    private FxHttpResponse(int status, string? body, IReadOnlyDictionary<string, string> headers, string? error)
    {
        Status = status;
        Body = body;
        Headers = headers;
        Error = error;
    }

    public int Status { get; }

    public string? Body { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string? Error { get; }

    /// <summary>From 400 up the headers are kept back, and the body comes as an error's text.</summary>
    public static FxHttpResponse Of(int status, string body, IReadOnlyDictionary<string, string> headers) => status < 400
        ? new FxHttpResponse(status, body, headers, null)
        : new FxHttpResponse(status, null, NoHeaders, $"HTTP {status.ToString(CultureInfo.InvariantCulture)}: {body}");

    /// <summary>No answer came, with curl's words for why.</summary>
    public static FxHttpResponse None(string error) => new FxHttpResponse(0, null, NoHeaders, error);

    /// <summary>Not a byte came for so long.</summary>
    public static FxHttpResponse TimedOut(TimeSpan time) => None(
        $"Operation too slow. Less than 1 bytes/sec transferred the last {Math.Max(1, (int)time.TotalSeconds)} seconds");
}
