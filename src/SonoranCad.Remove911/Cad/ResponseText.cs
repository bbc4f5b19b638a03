using System;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>What can be seen in an answer's text, whatever the API's generation.</summary>
internal static class ResponseText
{
    private const string NoService = "BACKEND SERVICE REACHED";

    private static readonly string[] EndWords = { "DEPRECAT", "NO LONGER SUPPORTED", "NO LONGER AVAILABLE", "DISCONTINUED", "HAS BEEN SUNSET" };

    private static readonly string[] GoneWords = { "NOT FOUND", "DOES NOT EXIST", "DOESN'T EXIST", "NO SUCH CALL", "ALREADY REMOVED" };

    /// <summary>Whether the answer says that there is no such endpoint, or not for long.</summary>
    public static bool SaysNoEndpoint(HttpResponse answer) =>
        answer.Status is 404 or 405 or 410 or 501
        || (answer.Status is >= 200 and < 500 && (Holds(answer.Text, NoService) || HoldsAny(answer.Text, EndWords)));

    /// <summary>Whether an endpoint that is not there for long may have done all the same what it was asked.</summary>
    public static bool MayHaveServed(HttpResponse answer) =>
        answer.Status is >= 200 and < 300 && HoldsAny(answer.Text, EndWords) && !Holds(answer.Text, NoService);

    /// <summary>Whether the text says that what was named is not there.</summary>
    public static bool SaysGone(string text) => HoldsAny(text, GoneWords);

    /// <summary>Whether the text is a web page, as a proxy sends in the CAD's place.</summary>
    public static bool IsPage(string text) => WithoutLead(text).StartsWith("<", StringComparison.Ordinal);

    /// <summary>The text from its first mark on: without white space, and without the byte order mark that some servers send.</summary>
    public static string WithoutLead(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

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

    public static bool Holds(string text, string words) => text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>What both generations mean by a status that has nothing to do with the request's content; else null.</summary>
    public static CadResult? ReadTransport(HttpResponse answer) => answer.Status switch
    {
        HttpResponse.NotSentStatus => CadResult.Of(CadResultKind.Retry, CadErrors.NotSent),
        HttpResponse.LostStatus => CadResult.Of(CadResultKind.Retry, CadErrors.NoAnswer),
        0 => CadResult.Of(CadResultKind.Retry, CadErrors.NoConnection),
        >= 300 and < 400 => CadResult.Of(CadResultKind.Failed, CadErrors.Redirected(answer.Status)),
        408 or 425 => CadResult.Of(CadResultKind.Retry, CadErrors.NoConnection),
        429 => CadResult.Of(CadResultKind.Retry, CadErrors.RateLimited),
        >= 500 and < 600 => CadResult.Of(CadResultKind.Retry, CadErrors.ServerError(answer.Status)),
        >= 200 and < 600 => null,
        _ => CadResult.Of(CadResultKind.Retry, CadErrors.UnexpectedAnswer),
    };

    private static bool HoldsAny(string text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Holds(text, phrase))
            {
                return true;
            }
        }

        return false;
    }
}
