namespace SonoranCad.Remove911.Http;

/// <summary>
/// A response of the server's HTTP client. Below status 400 it passes the body; from 400 up an error
/// "HTTP &lt;status&gt;: &lt;body&gt;"; without a response the status is 0.
/// </summary>
internal sealed class HttpResponse
{
    /// <summary>The status of a request that the server did not send.</summary>
    public const int NotSentStatus = -1;

    /// <summary>The status of a request whose response never came.</summary>
    public const int TimedOutStatus = -2;

    // No decision needs more, and a proxy's page may have megabytes.
    private const int MaxTextLength = 4096;

    private HttpResponse(int status, string body)
    {
        Status = status;
        Body = body;
        Text = body.Length <= MaxTextLength ? body : body.Substring(0, MaxTextLength);
    }

    public static HttpResponse NotSent { get; } = new(NotSentStatus, string.Empty);

    public static HttpResponse TimedOut { get; } = new(TimedOutStatus, string.Empty);

    /// <summary>The HTTP status; 0 if the service did not respond; negative if not sent or timed out.</summary>
    public int Status { get; }

    /// <summary>The start of the body.</summary>
    public string Text { get; }

    /// <summary>The whole body, for those who read a list; its length has no limit.</summary>
    public string Body { get; }

    public static HttpResponse From(int status, string? body, string? error)
    {
        // A received status must not pass for one of our own, which are negative.
        status = Math.Max(0, status);
        return new HttpResponse(status, body ?? WithoutPrefix(error ?? string.Empty, status));
    }

    private static string WithoutPrefix(string error, int status)
    {
        var prefix = FormattableString.Invariant($"HTTP {status}:");
        return error.StartsWith(prefix, StringComparison.Ordinal) ? error.Substring(prefix.Length).TrimStart() : error;
    }
}
