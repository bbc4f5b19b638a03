namespace SonoranCad.Remove911.Http;

/// <summary>A response of the server's HTTP client, which gives the body below status 400, and an error from there on.</summary>
internal sealed class HttpResponse(int status, string body)
{
    /// <summary>The maximum length of a body that is read, in characters: the main thread waits meanwhile.</summary>
    public const int MaxTextLength = 1_000_000;

    // Of a request that was not sent, or whose response never came.
    public const int NotSentStatus = -1;
    public const int TimedOutStatus = -2;

    // Some servers send a byte order mark or blank lines before JSON.
    private static readonly char[] IgnoredAtEdges = { '\uFEFF', ' ', '\t', '\r', '\n' };

    public static HttpResponse NotSent { get; } = new(NotSentStatus, string.Empty);
    public static HttpResponse TimedOut { get; } = new(TimedOutStatus, string.Empty);

    /// <summary>The HTTP status; 0 if the service did not respond; negative if not sent or timed out.</summary>
    public int Status { get; } = status;

    /// <summary>The whole body without a byte order mark and whitespace around it; empty if it is too long.</summary>
    public string Text { get; } = body.Length > MaxTextLength ? string.Empty : body.Trim(IgnoredAtEdges);

    /// <summary>Whether the body is longer than <see cref="MaxTextLength"/>: only the status is known then.</summary>
    public bool IsTooLong { get; } = body.Length > MaxTextLength;

    public bool IsHtml => Text.StartsWith("<", StringComparison.Ordinal);

    public static HttpResponse From(int status, string? body, string? error)
    {
        // A received status must not pass for one of our own, which are negative.
        status = Math.Max(0, status);
        return new HttpResponse(status, body ?? WithoutPrefix(error ?? string.Empty, status));
    }

    /// <summary>Reads the body as a JSON object or array; null if it is neither, or not complete.</summary>
    public JContainer? ParseJson()
    {
        if (Text.Length == 0 || Text[0] is not ('{' or '['))
            return null;

        try
        {
            return (JContainer)JToken.Parse(Text);
        }
        catch (JsonException)
        {
            // Cut off on the way, or not JSON after all.
            return null;
        }
    }

    private static string WithoutPrefix(string error, int status)
    {
        var prefix = FormattableString.Invariant($"HTTP {status}:");
        return error.StartsWith(prefix, StringComparison.Ordinal) ? error.Substring(prefix.Length).TrimStart() : error;
    }
}
