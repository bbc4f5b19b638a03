namespace SonoranCad.Remove911.Cad;

/// <summary>Reads any response to the version request. Errors read as they do in responses to a removal; a success does not.</summary>
internal sealed class VersionResponseReader(SecretRedactor secrets)
{
    // Source: the vendor's own resource takes a lower version for a plan without the API.
    private const int MinPlanWithApi = 2;

    public VersionResult Read(ApiVersion apiVersion, HttpResponse response) =>
        new CadResponseReader(apiVersion, secrets).Read(response).Error is { } error
            ? new VersionResult(apiVersion, response.Status, Normalize(error))
            : apiVersion == ApiVersion.V1 ? ReadV1(response) : ReadV2(response);

    // The version request names no server and no call: a 404 about one comes from something that does not have this request.
    private static RemovalError Normalize(RemovalError error) => error.Kind is RemovalErrorKind.ServerUnknown
        or RemovalErrorKind.CallNotFound or RemovalErrorKind.CallOrServerNotFound or RemovalErrorKind.InvalidRequestType
        ? CadErrors.EndpointNotFound : error;

    // The text's first character is the plan; the rest is not documented.
    private static VersionResult ReadV1(HttpResponse response)
    {
        var text = response.Text.TrimStart('"', ' ');
        return text.Length > 0 && text[0] is >= '0' and <= '9'
            ? new VersionResult(ApiVersion.V1, response.Status, null) { Plan = text.Substring(0, 1), LacksV1 = text[0] - '0' < MinPlanWithApi }
            : new VersionResult(ApiVersion.V1, response.Status, CadErrors.UnexpectedResponse);
    }

    // Every plan has v2, so any plan means that the CAD accepts the key.
    private VersionResult ReadV2(HttpResponse response)
    {
        var plan = secrets.CleanAndRedact(PlanName(response.ParseJson() as JObject), TextSanitizer.MaxNameLength);
        return new VersionResult(ApiVersion.V2, response.Status, plan.Length > 0 ? null : CadErrors.UnexpectedResponse) { Plan = plan };
    }

    private static string PlanName(JObject? json) => Value(json, "name") is { Length: > 0 } name ? name : Value(json, "version");

    private static string Value(JObject? json, string name) =>
        json?.GetValue(name, StringComparison.OrdinalIgnoreCase) is JValue { Type: JTokenType.String or JTokenType.Integer } value
            ? value.ToString(CultureInfo.InvariantCulture)
            : string.Empty;
}

/// <summary>What a response to the version request says about the account; the error is null if the CAD accepts it. The status is HTTP's.</summary>
internal sealed record VersionResult(ApiVersion ApiVersion, int Status, RemovalError? Error)
{
    /// <summary>The plan: on API v1 its number (v1 gives no name), on v2 its name. Empty if the response names none.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>Whether the CAD accepts the account, but its plan does not have API v1.</summary>
    public bool LacksV1 { get; init; }

    /// <summary>Whether the CAD refuses the account.</summary>
    public bool IsRefusal => Error?.Kind is RemovalErrorKind.ApiNotEnabled or RemovalErrorKind.InvalidCommunity
        or RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized or RemovalErrorKind.Forbidden;

    /// <summary>Whether API v1 is disabled or not in the plan. API v2 is in every plan.</summary>
    public bool IsV1Unavailable => ApiVersion == ApiVersion.V1 && (LacksV1 || Error?.Kind == RemovalErrorKind.ApiNotEnabled);
}
