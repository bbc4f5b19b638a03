namespace SonoranCad.Remove911.Cad;

/// <summary>Reads any response to the version request. Errors read as they do in responses to a removal; a success does not.</summary>
internal sealed class VersionResponseReader(SecretRedactor secrets)
{
    // Source: the vendor's own resource takes a lower version for a plan without the API.
    private const int MinPlanWithApi = 2;

    public VersionResult Read(ApiVersion apiVersion, HttpResponse response)
    {
        if (new CadResponseReader(apiVersion, secrets).Read(response).Error is { } error)
        {
            return new VersionResult(ToKind(error.Kind), apiVersion, response.Status) { Error = error, CadMessage = error.CadMessage };
        }

        return apiVersion == ApiVersion.V1 ? ReadV1(response) : ReadV2(response);
    }

    private static VersionResultKind ToKind(RemovalErrorKind error) => error switch
    {
        RemovalErrorKind.InvalidCommunity => VersionResultKind.UnknownCommunity,
        RemovalErrorKind.ApiNotEnabled => VersionResultKind.NotEnabled,
        RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized => VersionResultKind.InvalidKey,
        RemovalErrorKind.Forbidden => VersionResultKind.Forbidden,
        RemovalErrorKind.Intercepted => VersionResultKind.Intercepted,
        RemovalErrorKind.EndpointNotFound or RemovalErrorKind.InvalidRequestType => VersionResultKind.NoEndpoint,

        // The version request names no server and no call: a 404 about one comes from something that does not have this request.
        RemovalErrorKind.ServerUnknown or RemovalErrorKind.CallNotFound or RemovalErrorKind.CallOrServerNotFound => VersionResultKind.NoEndpoint,
        RemovalErrorKind.NoConnection or RemovalErrorKind.NoResponse => VersionResultKind.Unreachable,
        RemovalErrorKind.NotSent => VersionResultKind.NotSent,
        RemovalErrorKind.RateLimited or RemovalErrorKind.ServerError => VersionResultKind.TemporaryError,
        RemovalErrorKind.Redirected => VersionResultKind.Redirected,
        RemovalErrorKind.Rejected => VersionResultKind.Rejected,
        _ => VersionResultKind.Unreadable,
    };

    // The text's first character is the plan; the rest is not documented.
    private static VersionResult ReadV1(HttpResponse response)
    {
        var text = response.Text.TrimStart('"', ' ');
        if (text.Length == 0 || text[0] is < '0' or > '9')
        {
            return new VersionResult(VersionResultKind.Unreadable, ApiVersion.V1, response.Status);
        }

        var kind = text[0] - '0' < MinPlanWithApi ? VersionResultKind.NotInPlan : VersionResultKind.Accepted;
        return new VersionResult(kind, ApiVersion.V1, response.Status) { Plan = text.Substring(0, 1) };
    }

    // Every plan has v2, so any plan means that the CAD accepts the key.
    private VersionResult ReadV2(HttpResponse response)
    {
        var plan = secrets.CleanAndRedact(PlanName(response.ParseJson() as JObject), TextSanitizer.MaxNameLength);
        var kind = plan.Length > 0 ? VersionResultKind.Accepted : VersionResultKind.Unreadable;
        return new VersionResult(kind, ApiVersion.V2, response.Status) { Plan = plan };
    }

    private static string PlanName(JObject? json) => json is null ? string.Empty
        : Value(json, "name") is { Length: > 0 } name ? name
        : Value(json, "version");

    private static string Value(JObject json, string name) =>
        json.GetValue(name, StringComparison.OrdinalIgnoreCase) is JValue { Type: JTokenType.String or JTokenType.Integer } value
            ? value.ToString(CultureInfo.InvariantCulture)
            : string.Empty;
}
