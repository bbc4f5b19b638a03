using System;

namespace SonoranCad.Remove911.Http;

/// <summary>
/// A response as the server's HTTP client hands it over: below 400 the text is the body, from 400 up it comes in an error
/// "HTTP &lt;status&gt;: &lt;body&gt;", and without a response the status is 0.
/// </summary>
internal sealed class HttpResponse
{
    /// <summary>The status of a request that the server did not send.</summary>
    public const int NotSentStatus = -1;

    /// <summary>The status of a request whose response never came.</summary>
    public const int TimedOutStatus = -2;

    // No decision needs more; a proxy's page may be megabytes.
    private const int MaxTextLength = 4096;

    private HttpResponse(int status, string body)
    {
        Status = status;
        Body = body;
        Text = body.Length <= MaxTextLength ? body : body.Substring(0, MaxTextLength);
    }

    public static HttpResponse NotSent { get; } = new(NotSentStatus, string.Empty);

    public static HttpResponse TimedOut { get; } = new(TimedOutStatus, string.Empty);

    /// <summary>The HTTP status; 0 if nothing answered, negative if there is no response to read.</summary>
    public int Status { get; }

    /// <summary>The start of the body; never null.</summary>
    public string Text { get; }

    /// <summary>The whole body, for those who read a list: as long as the sender made it.</summary>
    public string Body { get; }

    public static HttpResponse From(int status, string? body, string? error)
    {
        // What came over the wire must not pass for one of our own statuses.
        status = Math.Max(0, status);
        var text = body ?? WithoutPrefix(error ?? string.Empty, status);
        return new HttpResponse(status, text);
    }

    private static string WithoutPrefix(string error, int status)
    {
        var prefix = FormattableString.Invariant($"HTTP {status}:");
        return error.StartsWith(prefix, StringComparison.Ordinal) ? error.Substring(prefix.Length).TrimStart() : error;
    }
}
