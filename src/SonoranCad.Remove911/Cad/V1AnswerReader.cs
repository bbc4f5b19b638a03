using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer of the CAD's v1 API: any status and any text gives a verdict. Only a plain success counts as cleared;
/// a success that carries a fault's text, a web page or unreadable data does not.
/// </summary>
internal sealed class V1AnswerReader
{
    private readonly SecretFilter _secrets;

    public V1AnswerReader(SecretFilter secrets)
    {
        _secrets = secrets;
    }

    public CadVerdict Read(CadAnswer answer)
    {
        if (AnswerText.SaysNoEndpoint(answer))
        {
            return CadVerdict.Of(VerdictKind.NoEndpoint, CadOutcomes.EndpointNotFound);
        }

        return AnswerText.ReadTransport(answer) ?? answer.Status switch
        {
            < 300 => ReadSuccess(answer),
            _ => KnownFault(answer.Text) ?? ReadRefusal(answer),
        };
    }

    private CadVerdict ReadRefusal(CadAnswer answer) => answer.Status switch
    {
        401 => CadVerdict.Of(VerdictKind.Failed, CadOutcomes.Unauthorized),
        403 => CadVerdict.Of(VerdictKind.Failed, CadOutcomes.Forbidden),
        _ => Refused(answer),
    };

    // The documents give the faults' texts for 400 alone; the text says what is wrong under any other status too, and a 200
    // that says one of them has cleared nothing all the same.
    private static CadVerdict ReadSuccess(CadAnswer answer) =>
        KnownFault(answer.Text) ?? (AnswerText.IsPage(answer.Text) || !AnswerText.IsReadable(answer.Text)
            ? CadVerdict.Of(VerdictKind.Retry, CadOutcomes.UnexpectedAnswer)
            : CadVerdict.Cleared);

    private static CadVerdict? KnownFault(string text)
    {
        if (AnswerText.Holds(text, "INVALID COMMUNITY ID"))
        {
            return CadVerdict.Of(VerdictKind.AccountFault, CadOutcomes.InvalidCommunity);
        }

        // The vendor's own resource looks for this part of the text: the CAD has more than one sentence around it.
        if (AnswerText.Holds(text, "IS NOT ENABLED FOR THIS COMMUNITY"))
        {
            return CadVerdict.Of(VerdictKind.AccountFault, CadOutcomes.ApiNotEnabled);
        }

        if (AnswerText.Holds(text, "INVALID API KEY"))
        {
            return CadVerdict.Of(VerdictKind.AccountFault, CadOutcomes.InvalidApiKey);
        }

        return AnswerText.Holds(text, "INVALID REQUEST TYPE")
            ? CadVerdict.Of(VerdictKind.NoEndpoint, CadOutcomes.InvalidRequestType)
            : null;
    }

    private CadVerdict Refused(CadAnswer answer)
    {
        var words = AnswerText.IsPage(answer.Text) ? string.Empty : _secrets.CleanAndApply(answer.Text, SafeText.CadTextLength);
        var kind = AnswerText.SaysGone(answer.Text) ? VerdictKind.CallUnknown : VerdictKind.Refused;
        return CadVerdict.Of(kind, CadOutcomes.Rejected(answer.Status, words));
    }
}
