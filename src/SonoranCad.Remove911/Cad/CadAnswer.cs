using System;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// An answer as the server's HTTP client hands it over: below 400 the text is the body, from 400 up it comes in an error
/// «HTTP &lt;status&gt;: &lt;body&gt;», and without an answer the status is 0.
/// </summary>
internal sealed class CadAnswer
{
    // No answer that means something is longer; a proxy's page may be megabytes.
    private const int LongestText = 4096;

    private CadAnswer(int status, string text)
    {
        Status = status;
        Text = text;
    }

    /// <summary>The HTTP status; 0 when there was no answer, -1 when the request was never sent.</summary>
    public int Status { get; }

    /// <summary>The start of the body; never null.</summary>
    public string Text { get; }

    /// <summary>A request that the server did not send.</summary>
    public static CadAnswer NotSent { get; } = new(-1, string.Empty);

    public static CadAnswer From(int status, string? body, string? error)
    {
        var text = body ?? WithoutPrefix(error ?? string.Empty, status);
        return new CadAnswer(status, text.Length <= LongestText ? text : text.Substring(0, LongestText));
    }

    private static string WithoutPrefix(string error, int status)
    {
        var prefix = FormattableString.Invariant($"HTTP {status}:");
        return error.StartsWith(prefix, StringComparison.Ordinal) ? error.Substring(prefix.Length).TrimStart() : error;
    }
}
