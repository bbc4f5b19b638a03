using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>What a response's text says in either version of the API.</summary>
internal static class ResponseText
{
    private const string NoServiceText = "BACKEND SERVICE REACHED";

    private static readonly string[] DeprecationPhrases =
        { "DEPRECAT", "NO LONGER SUPPORTED", "NO LONGER AVAILABLE", "DISCONTINUED", "HAS BEEN SUNSET" };

    private static readonly string[] NotFoundPhrases = { "NOT FOUND", "DOES NOT EXIST", "DOESN'T EXIST", "NO SUCH CALL", "ALREADY REMOVED" };

    /// <summary>Whether the response says that the endpoint does not exist, or not for much longer.</summary>
    public static bool SaysNoEndpoint(HttpResponse response) =>
        response.Status is 404 or 405 or 410 or 501
        || (response.Status is >= 200 and < 500 && (Contains(response.Text, NoServiceText) || ContainsAny(response.Text, DeprecationPhrases)));

    /// <summary>Whether a deprecated endpoint may have done its work all the same.</summary>
    public static bool MayHaveSucceeded(HttpResponse response) =>
        response.Status is >= 200 and < 300 && ContainsAny(response.Text, DeprecationPhrases) && !Contains(response.Text, NoServiceText);

    /// <summary>Whether the text says that what the request names does not exist.</summary>
    public static bool SaysNotFound(string text) => ContainsAny(text, NotFoundPhrases);

    /// <summary>Whether the text is a web page, which a proxy sends in the CAD's place.</summary>
    public static bool IsHtml(string text) => TrimBomAndWhitespace(text).StartsWith("<", StringComparison.Ordinal);

    /// <summary>The text without leading whitespace and without the byte order mark that some servers send.</summary>
    public static string TrimBomAndWhitespace(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

    /// <summary>Whether the text is text at all, not binary data.</summary>
    public static bool IsReadable(string text) =>
        // The server's decoder replaces bytes that are not UTF-8 with U+FFFD.
        !text.Any(c => c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)));

    public static bool Contains(string text, string phrase) => text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The error of a status that does not depend on the API version and the request's content, or null.</summary>
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

    private static bool ContainsAny(string text, string[] phrases) => phrases.Any(phrase => Contains(text, phrase));
}
