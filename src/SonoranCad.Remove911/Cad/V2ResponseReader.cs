using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads any response of the CAD's API v2. Its errors are problem details (RFC 9457): a 404 without one comes from something
/// that does not have the endpoint, such as the gateway in front of the CAD.
/// </summary>
internal sealed class V2ResponseReader(SecretRedactor secrets)
{
    public CadResult Read(HttpResponse response)
    {
        var json = TryParse(response.Text);
        if (response.Status == 200 && json is not null && ProblemStatus(json) is { } status)
        {
            // A success that carries an error has cleared nothing.
            return Read(HttpResponse.From(status, response.Text, null));
        }

        if (response.Status == 404 && json is not null && Detail(json) is { Length: > 0 } detail)
        {
            return ReadNotFound(detail);
        }

        if (ResponseText.SaysNoEndpoint(response))
        {
            return CadResult.Failed(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound);
        }

        return ResponseText.ReadTransportError(response) ?? response.Status switch
        {
            204 => CadResult.Cleared,
            < 300 => json is null ? CadResult.Failed(CadResultKind.Retry, CadErrors.UnexpectedResponse) : CadResult.Cleared,
            401 => CadResult.Failed(CadResultKind.AccountError, CadErrors.InvalidApiKey),
            403 => CadResult.Failed(CadResultKind.AccountError, CadErrors.ForbiddenKey),
            _ => CadResult.Failed(CadResultKind.Refused, CadErrors.Rejected(response.Status, CadMessage(json))),
        };
    }

    private static CadResult ReadNotFound(string detail)
    {
        var namesCall = ResponseText.Contains(detail, "call");
        if (ResponseText.Contains(detail, "server") && (ResponseText.Contains(detail, "configur") || !namesCall))
        {
            return CadResult.Failed(CadResultKind.Failed, CadErrors.ServerUnknown);
        }

        return CadResult.Failed(CadResultKind.CallNotFound, namesCall ? CadErrors.CallNotFound : CadErrors.CallOrServerNotFound);
    }

    private static int? ProblemStatus(JObject json) =>
        json.GetValue("status", StringComparison.OrdinalIgnoreCase) is JValue { Value: >= 400L and < 600L and var status } ? (int)(long)status : null;

    private static string Detail(JObject problem)
    {
        var detail = problem.GetValue("detail", StringComparison.OrdinalIgnoreCase) ?? problem.GetValue("title", StringComparison.OrdinalIgnoreCase);
        return (detail as JValue)?.Value as string ?? string.Empty;
    }

    private static JObject? TryParse(string text)
    {
        text = ResponseText.TrimBomAndWhitespace(text);
        if (!text.StartsWith("{", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JObject.Parse(text);
        }
        catch (JsonException)
        {
            // Cut off or not JSON after all: the status alone decides.
            return null;
        }
    }

    private string CadMessage(JObject? problem) =>
        problem is null ? string.Empty : secrets.CleanAndRedact(Detail(problem), TextSanitizer.MaxCadTextLength);
}
