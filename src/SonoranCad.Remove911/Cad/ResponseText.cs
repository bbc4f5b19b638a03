using System;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>What can be seen in an answer's text, whatever the API's generation.</summary>
internal static class ResponseText
{
    private const string NoServiceText = "BACKEND SERVICE REACHED";

    private static readonly string[] DeprecationPhrases = { "DEPRECAT", "NO LONGER SUPPORTED", "NO LONGER AVAILABLE", "DISCONTINUED", "HAS BEEN SUNSET" };

    private static readonly string[] NotFoundPhrases = { "NOT FOUND", "DOES NOT EXIST", "DOESN'T EXIST", "NO SUCH CALL", "ALREADY REMOVED" };

    /// <summary>Whether the answer says that there is no such endpoint, or not for long.</summary>
    public static bool SaysNoEndpoint(HttpResponse response) =>
        response.Status is 404 or 405 or 410 or 501
        || (response.Status is >= 200 and < 500 && (Contains(response.Text, NoServiceText) || ContainsAny(response.Text, DeprecationPhrases)));

    /// <summary>Whether an endpoint that is not there for long may have done all the same what it was asked.</summary>
    public static bool MayHaveSucceeded(HttpResponse response) =>
        response.Status is >= 200 and < 300 && ContainsAny(response.Text, DeprecationPhrases) && !Contains(response.Text, NoServiceText);

    /// <summary>Whether the text says that what was named is not there.</summary>
    public static bool SaysNotFound(string text) => ContainsAny(text, NotFoundPhrases);

    /// <summary>Whether the text is a web page, as a proxy sends in the CAD's place.</summary>
    public static bool IsHtml(string text) => TrimBomAndWhitespace(text).StartsWith("<", StringComparison.Ordinal);

    /// <summary>The text from its first mark on: without white space, and without the byte order mark that some servers send.</summary>
    public static string TrimBomAndWhitespace(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

    /// <summary>Whether the text is text at all.</summary>
    public static bool IsReadable(string text)
    {
        foreach (var c in text)
        {
            // U+FFFD is what the server's decoder leaves of bytes that are no UTF-8.
            if (c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Contains(string text, string phrase) => text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>What both generations mean by a status that has nothing to do with the request's content; else null.</summary>
    public static CadResult? ReadTransportError(HttpResponse response) => response.Status switch
    {
        HttpResponse.NotSentStatus => CadResult.Failed(CadResultKind.Retry, CadErrors.NotSent),
        HttpResponse.TimedOutStatus => CadResult.Failed(CadResultKind.Retry, CadErrors.NoResponse),
        0 => CadResult.Failed(CadResultKind.Retry, CadErrors.NoConnection),
        >= 300 and < 400 => CadResult.Failed(CadResultKind.Failed, CadErrors.Redirected(response.Status)),
        408 or 425 => CadResult.Failed(CadResultKind.Retry, CadErrors.NoConnection),
        429 => CadResult.Failed(CadResultKind.Retry, CadErrors.RateLimited),
        >= 500 and < 600 => CadResult.Failed(CadResultKind.Retry, CadErrors.ServerError(response.Status)),
        >= 200 and < 600 => null,
        _ => CadResult.Failed(CadResultKind.Retry, CadErrors.UnexpectedResponse),
    };

    private static bool ContainsAny(string text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Contains(text, phrase))
            {
                return true;
            }
        }

        return false;
    }
}
