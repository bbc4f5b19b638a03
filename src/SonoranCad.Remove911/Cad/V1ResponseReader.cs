using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer of the CAD's v1 API: any status and any text gives a verdict. Only a plain success counts as cleared;
/// a success that carries a fault's text, a web page or unreadable data does not.
/// </summary>
internal sealed class V1ResponseReader(SecretRedactor secrets)
{
    public CadResult Read(HttpResponse response)
    {
        if (ResponseText.SaysNoEndpoint(response))
        {
            return CadResult.Failed(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound);
        }

        return ResponseText.ReadTransportError(response) ?? response.Status switch
        {
            < 300 => ReadSuccess(response),
            _ => ReadKnownError(response.Text) ?? ReadRefusal(response),
        };
    }

    private CadResult ReadRefusal(HttpResponse response) => response.Status switch
    {
        401 => CadResult.Failed(CadResultKind.Failed, CadErrors.Unauthorized),
        403 => CadResult.Failed(CadResultKind.Failed, CadErrors.Forbidden),
        _ => ReadOtherRefusal(response),
    };

    // The documents give the faults' texts for 400 alone; the text says what is wrong under any other status too, and a 200
    // that says one of them has cleared nothing all the same.
    private static CadResult ReadSuccess(HttpResponse response) =>
        ReadKnownError(response.Text) ?? (ResponseText.IsHtml(response.Text) || !ResponseText.IsReadable(response.Text)
            ? CadResult.Failed(CadResultKind.Retry, CadErrors.UnexpectedResponse)
            : CadResult.Cleared);

    private static CadResult? ReadKnownError(string text)
    {
        if (ResponseText.Contains(text, "INVALID COMMUNITY ID"))
        {
            return CadResult.Failed(CadResultKind.AccountError, CadErrors.InvalidCommunity);
        }

        // The vendor's own resource looks for this part of the text: the CAD has more than one sentence around it.
        if (ResponseText.Contains(text, "IS NOT ENABLED FOR THIS COMMUNITY"))
        {
            return CadResult.Failed(CadResultKind.AccountError, CadErrors.ApiNotEnabled);
        }

        if (ResponseText.Contains(text, "INVALID API KEY"))
        {
            return CadResult.Failed(CadResultKind.AccountError, CadErrors.InvalidApiKey);
        }

        return ResponseText.Contains(text, "INVALID REQUEST TYPE")
            ? CadResult.Failed(CadResultKind.NoEndpoint, CadErrors.InvalidRequestType)
            : null;
    }

    private CadResult ReadOtherRefusal(HttpResponse response)
    {
        var cadMessage = ResponseText.IsHtml(response.Text) ? string.Empty : secrets.CleanAndRedact(response.Text, TextSanitizer.MaxCadTextLength);
        var kind = ResponseText.SaysNotFound(response.Text) ? CadResultKind.CallNotFound : CadResultKind.Refused;
        return CadResult.Failed(kind, CadErrors.Rejected(response.Status, cadMessage));
    }
}
