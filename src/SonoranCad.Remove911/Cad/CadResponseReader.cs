namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads any response of the CAD, and never throws. A call counts as cleared only if the text can be that of a success. Only the
/// CAD speaks for the CAD: what a firewall or proxy in front of it sends is temporary and says nothing about the account.
/// </summary>
internal sealed class CadResponseReader(ApiVersion apiVersion, SecretRedactor secrets)
{
    // The documents list these texts for v1 and status 400 alone, but they mean the same elsewhere. With a 200, nothing is cleared.
    private static readonly (string Text, CadResult Result)[] KnownErrors =
    {
        (ResponseText.NoServicePhrase, new CadResult(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound)),
        ("INVALID COMMUNITY ID", new CadResult(CadResultKind.AccountError, CadErrors.InvalidCommunity)),

        // The vendor's own resource looks for this part, because the CAD has more than one sentence around it.
        ("IS NOT ENABLED FOR THIS COMMUNITY", new CadResult(CadResultKind.AccountError, CadErrors.ApiNotEnabled)),
        ("INVALID API KEY", new CadResult(CadResultKind.AccountError, CadErrors.InvalidApiKey)),
        ("INVALID REQUEST TYPE", new CadResult(CadResultKind.NoEndpoint, CadErrors.InvalidRequestType)),
        ("RATE LIMIT EXCEEDED", new CadResult(CadResultKind.Retry, CadErrors.RateLimited)),
    };

    private static readonly CadResult NoEndpoint = new CadResult(CadResultKind.NoEndpoint, CadErrors.EndpointNotFound);
    private static readonly CadResult Unexpected = new CadResult(CadResultKind.Retry, CadErrors.UnexpectedResponse);

    // Not the "/calls/" of an address.
    private static readonly Regex CallWord = new("(?<![A-Z_/])CALL(_?ID)?(?![A-Z_/])", RegexOptions.CultureInvariant);

    public CadResult Read(HttpResponse response)
    {
        var text = new ResponseText(response);
        return response.Status is < 200 or >= 300 ? ReadError(response.Status, text)
            : response.Status == 204 && response.Text.Length == 0 ? CadResult.Cleared
            : response.IsTooLong ? Unexpected
            : text.ErrorStatus is { } status ? ReadError(status, text)
            : text.IsHtml || text.IsUnreadable ? Unexpected
            : ReadWords(text) is { } error ? error
            : text.IsIntercepted ? Unexpected
            : text.SaysError ? (text.SaysDeprecated ? NoEndpoint : Reject(response.Status, text))
            : !text.SaysDeprecated ? CadResult.Cleared
            : text.SaysCleared ? CadResult.Cleared with { IsDeprecated = true }
            : NoEndpoint;
    }

    private CadResult ReadError(int status, ResponseText text) => status switch
    {
        404 or 410 => ReadNotFound(text),
        405 or 501 => NoEndpoint,
        401 or 403 => ReadDenial(status, text) ?? new CadResult(CadResultKind.Retry, CadErrors.Intercepted(status)),
        429 or 503 when text.IsFirewall => new CadResult(CadResultKind.Retry, CadErrors.Intercepted(status)),
        408 or 425 or 0 => new CadResult(CadResultKind.Retry, CadErrors.NoConnection),
        429 => new CadResult(CadResultKind.Retry, CadErrors.RateLimited) with { IsOverLimit = true },
        HttpResponse.NotSentStatus => new CadResult(CadResultKind.Retry, CadErrors.NotSent),
        HttpResponse.TimedOutStatus => new CadResult(CadResultKind.Retry, CadErrors.NoResponse),
        >= 300 and < 400 when text.SaysDeprecated && !text.IsHtml => NoEndpoint,
        >= 300 and < 400 => new CadResult(CadResultKind.Failed, CadErrors.Redirected(status)),
        >= 400 and < 500 => ReadRefusal(status, text),
        >= 500 and < 600 => new CadResult(CadResultKind.Retry, CadErrors.ServerError(status)),
        _ => Unexpected,
    };

    // Only v2 sends each of its errors as problem details, so only there do these mean that a 404 is not about the endpoint.
    private CadResult ReadNotFound(ResponseText text) => apiVersion == ApiVersion.V2 && text.IsProblem
        ? ReadMissing(text.Missing ?? text.CadMessage.ToUpperInvariant())
            ?? new CadResult(CadResultKind.CallNotFound, CadErrors.CallOrServerNotFound)
        : ReadMissing(text.Missing) is { Kind: CadResultKind.CallNotFound } result ? result : NoEndpoint;

    // Null if it is not the CAD's.
    private CadResult? ReadDenial(int status, ResponseText text) =>
        apiVersion == ApiVersion.V1 && ReadWords(text) is { } error ? error
        : apiVersion == ApiVersion.V1 && text.SaysDeprecated && !text.IsIntercepted ? NoEndpoint
        : !text.IsProblem ? null
        : apiVersion == ApiVersion.V1 ? new(CadResultKind.Failed, status == 401 ? CadErrors.Unauthorized : CadErrors.Forbidden)
        : new CadResult(CadResultKind.AccountError, status == 401 ? CadErrors.InvalidApiKey : CadErrors.ForbiddenKey);

    // A gateway's page about the length of a batch (413) does answer the request: a shorter one may pass.
    private CadResult ReadRefusal(int status, ResponseText text) =>
        ReadWords(text) is { } error ? error
        : text.IsIntercepted && status != 413 ? new CadResult(CadResultKind.Retry, CadErrors.Intercepted(status))
        : text.SaysDeprecated ? NoEndpoint
        : status == 402 ? new CadResult(CadResultKind.AccountError, CadErrors.ApiNotEnabled)
        : Reject(status, text);

    // What means the same under any status; null if the text has none of it.
    private CadResult? ReadWords(ResponseText text) =>
        text.IsHtml ? null
        : text.RequiredPlan is { } plan
            ? new(CadResultKind.AccountError, CadErrors.PlanRequired(secrets.CleanAndRedact(plan, TextSanitizer.MaxNameLength)))
        : KnownErrors.FirstOrDefault(error => text.Contains(error.Text)).Result ?? ReadMissing(text.Missing);

    // "Call 302 was not found on server 1" is about the call, "Server not found" is not.
    private static CadResult? ReadMissing(string? words)
    {
        var namesCall = words is not null && CallWord.IsMatch(words);
        return words is not null && ResponseText.Contains(words, "SERVER") && (ResponseText.Contains(words, "CONFIGUR") || !namesCall)
            ? new CadResult(CadResultKind.Failed, CadErrors.ServerUnknown)
            : namesCall ? new CadResult(CadResultKind.CallNotFound, CadErrors.CallNotFound) : null;
    }

    private CadResult Reject(int status, ResponseText text) => new CadResult(
        CadResultKind.Refused, CadErrors.Rejected(status, TextWidth.Clean(secrets.CleanAndRedact(text.CadMessage, TextSanitizer.MaxCadTextLength), TextSanitizer.MaxCadTextLength)));
}
