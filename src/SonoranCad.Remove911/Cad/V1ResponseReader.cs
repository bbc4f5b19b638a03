using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads any response of the CAD's API v1. Only a plain success counts as cleared: not one with the text of an error, not a
/// web page, not unreadable data.
/// </summary>
internal sealed class V1ResponseReader(SecretRedactor secrets)
{
    // The documents list these texts for status 400 alone, but they mean the same under any other. With a 200, nothing is cleared.
    private static readonly (string Text, CadResult Result)[] KnownErrors =
    {
        ("INVALID COMMUNITY ID", CadResult.Failed(CadResultKind.AccountError, CadErrors.InvalidCommunity)),

        // The vendor's own resource looks for this part, because the CAD has more than one sentence around it.
        ("IS NOT ENABLED FOR THIS COMMUNITY", CadResult.Failed(CadResultKind.AccountError, CadErrors.ApiNotEnabled)),
        ("INVALID API KEY", CadResult.Failed(CadResultKind.AccountError, CadErrors.InvalidApiKey)),
        ("INVALID REQUEST TYPE", CadResult.Failed(CadResultKind.NoEndpoint, CadErrors.InvalidRequestType)),
    };

    public CadResult Read(HttpResponse response)
    {
        if (ResponseText.SaysNoEndpoint(response))
        {
            return CadResult.Failed(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound);
        }

        return ResponseText.ReadTransportError(response) ?? ReadKnownError(response.Text) ?? response.Status switch
        {
            < 300 => ReadSuccess(response.Text),
            401 => CadResult.Failed(CadResultKind.Failed, CadErrors.Unauthorized),
            403 => CadResult.Failed(CadResultKind.Failed, CadErrors.Forbidden),
            _ => ReadRefusal(response),
        };
    }

    private static CadResult? ReadKnownError(string text) =>
        KnownErrors.FirstOrDefault(error => ResponseText.Contains(text, error.Text)).Result;

    private static CadResult ReadSuccess(string text) => ResponseText.IsHtml(text) || !ResponseText.IsReadable(text)
        ? CadResult.Failed(CadResultKind.Retry, CadErrors.UnexpectedResponse)
        : CadResult.Cleared;

    private CadResult ReadRefusal(HttpResponse response)
    {
        var cadMessage = ResponseText.IsHtml(response.Text) ? string.Empty : secrets.CleanAndRedact(response.Text, TextSanitizer.MaxCadTextLength);
        var kind = ResponseText.SaysNotFound(response.Text) ? CadResultKind.CallNotFound : CadResultKind.Refused;
        return CadResult.Failed(kind, CadErrors.Rejected(response.Status, cadMessage));
    }
}
