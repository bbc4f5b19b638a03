using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>A response as the server passes it to the resource.</summary>
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

    /// <summary>From status 400 on, the server withholds the headers and passes the body as error text.</summary>
    public static FxHttpResponse Of(int status, string body, IReadOnlyDictionary<string, string> headers) => status < 400
        ? new FxHttpResponse(status, body, headers, null)
        : new FxHttpResponse(status, null, NoHeaders, $"HTTP {status.ToString(CultureInfo.InvariantCulture)}: {body}");

    /// <summary>No response, with curl's reason.</summary>
    public static FxHttpResponse None(string error) => new FxHttpResponse(0, null, NoHeaders, error);

    /// <summary>Timed out without a byte.</summary>
    public static FxHttpResponse TimedOut(TimeSpan time) => None(
        $"Operation too slow. Less than 1 bytes/sec transferred the last {Math.Max(1, (int)time.TotalSeconds)} seconds");
}
