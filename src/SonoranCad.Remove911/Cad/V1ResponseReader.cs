using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer of the CAD's v1 API: any status and any text gives a verdict. Only a plain success counts as cleared;
/// a success that carries a fault's text, a web page or unreadable data does not.
/// </summary>
internal sealed class V1ResponseReader
{
    private readonly SecretRedactor _secrets;

    public V1ResponseReader(SecretRedactor secrets)
    {
        _secrets = secrets;
    }

    public CadResult Read(HttpResponse answer)
    {
        if (ResponseText.SaysNoEndpoint(answer))
        {
            return CadResult.Of(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound);
        }

        return ResponseText.ReadTransport(answer) ?? answer.Status switch
        {
            < 300 => ReadSuccess(answer),
            _ => KnownFault(answer.Text) ?? ReadRefusal(answer),
        };
    }

    private CadResult ReadRefusal(HttpResponse answer) => answer.Status switch
    {
        401 => CadResult.Of(CadResultKind.Failed, CadErrors.Unauthorized),
        403 => CadResult.Of(CadResultKind.Failed, CadErrors.Forbidden),
        _ => Refused(answer),
    };

    // The documents give the faults' texts for 400 alone; the text says what is wrong under any other status too, and a 200
    // that says one of them has cleared nothing all the same.
    private static CadResult ReadSuccess(HttpResponse answer) =>
        KnownFault(answer.Text) ?? (ResponseText.IsPage(answer.Text) || !ResponseText.IsReadable(answer.Text)
            ? CadResult.Of(CadResultKind.Retry, CadErrors.UnexpectedAnswer)
            : CadResult.Cleared);

    private static CadResult? KnownFault(string text)
    {
        if (ResponseText.Holds(text, "INVALID COMMUNITY ID"))
        {
            return CadResult.Of(CadResultKind.AccountFault, CadErrors.InvalidCommunity);
        }

        // The vendor's own resource looks for this part of the text: the CAD has more than one sentence around it.
        if (ResponseText.Holds(text, "IS NOT ENABLED FOR THIS COMMUNITY"))
        {
            return CadResult.Of(CadResultKind.AccountFault, CadErrors.ApiNotEnabled);
        }

        if (ResponseText.Holds(text, "INVALID API KEY"))
        {
            return CadResult.Of(CadResultKind.AccountFault, CadErrors.InvalidApiKey);
        }

        return ResponseText.Holds(text, "INVALID REQUEST TYPE")
            ? CadResult.Of(CadResultKind.NoEndpoint, CadErrors.InvalidRequestType)
            : null;
    }

    private CadResult Refused(HttpResponse answer)
    {
        var words = ResponseText.IsPage(answer.Text) ? string.Empty : _secrets.CleanAndApply(answer.Text, TextSanitizer.CadTextLength);
        var kind = ResponseText.SaysGone(answer.Text) ? CadResultKind.CallUnknown : CadResultKind.Refused;
        return CadResult.Of(kind, CadErrors.Rejected(answer.Status, words));
    }
}
