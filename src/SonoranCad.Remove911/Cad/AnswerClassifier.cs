using System;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer of the CAD's v1 API: any status and any text gives a verdict. Only a plain success counts as cleared;
/// a success that carries a fault's text, a web page or unreadable data does not.
/// </summary>
internal sealed class AnswerClassifier
{
    private readonly SecretFilter _secrets;

    public AnswerClassifier(SecretFilter secrets)
    {
        _secrets = secrets;
    }

    public CadVerdict Read(CadAnswer answer) => answer.Status switch
    {
        -1 => CadVerdict.Failed(CadOutcomes.NotSent),
        >= 200 and < 300 => ReadSuccess(answer),
        >= 300 and < 400 => CadVerdict.Failed(CadOutcomes.Redirected(answer.Status)),
        400 => ReadBadRequest(answer),
        401 => CadVerdict.Failed(CadOutcomes.Unauthorized),
        403 => CadVerdict.Failed(CadOutcomes.Forbidden),
        404 or 405 or 410 or 501 => CadVerdict.Failed(CadOutcomes.EndpointNotFound),
        429 => CadVerdict.Failed(CadOutcomes.RateLimited),
        > 400 and < 500 => Rejected(answer),
        >= 500 and < 600 => CadVerdict.Failed(CadOutcomes.ServerError(answer.Status)),
        0 => CadVerdict.Failed(CadOutcomes.NoConnection),
        _ => CadVerdict.Failed(CadOutcomes.UnexpectedAnswer),
    };

    private static CadVerdict ReadSuccess(CadAnswer answer)
    {
        if (Holds(answer, "BACKEND SERVICE REACHED"))
        {
            return CadVerdict.Failed(CadOutcomes.EndpointNotFound);
        }

        // The documents give these texts for 400 alone; a 200 that says one of them has cleared nothing all the same.
        return KnownFault(answer) ?? (IsPage(answer.Text) || !IsReadable(answer.Text)
            ? CadVerdict.Failed(CadOutcomes.UnexpectedAnswer)
            : CadVerdict.Cleared);
    }

    private CadVerdict ReadBadRequest(CadAnswer answer)
    {
        if (Holds(answer, "BACKEND SERVICE REACHED"))
        {
            return CadVerdict.Failed(CadOutcomes.EndpointNotFound);
        }

        return KnownFault(answer) ?? Rejected(answer);
    }

    private static CadVerdict? KnownFault(CadAnswer answer)
    {
        if (Holds(answer, "INVALID COMMUNITY ID"))
        {
            return CadVerdict.AccountFault(CadOutcomes.InvalidCommunity);
        }

        // The vendor's own resource looks for this part of the text: the CAD has more than one sentence around it.
        if (Holds(answer, "IS NOT ENABLED FOR THIS COMMUNITY"))
        {
            return CadVerdict.AccountFault(CadOutcomes.ApiNotEnabled);
        }

        if (Holds(answer, "INVALID API KEY"))
        {
            return CadVerdict.AccountFault(CadOutcomes.InvalidApiKey);
        }

        return Holds(answer, "INVALID REQUEST TYPE") ? CadVerdict.Failed(CadOutcomes.InvalidRequestType) : null;
    }

    private CadVerdict Rejected(CadAnswer answer)
    {
        var words = IsPage(answer.Text) ? string.Empty : _secrets.CleanAndApply(answer.Text, SafeText.CadTextLength);
        return CadVerdict.Failed(CadOutcomes.Rejected(answer.Status, words));
    }

    private static bool Holds(CadAnswer answer, string words) =>
        answer.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsPage(string text) =>
        text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("<", StringComparison.Ordinal);

    private static bool IsReadable(string text)
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
}
