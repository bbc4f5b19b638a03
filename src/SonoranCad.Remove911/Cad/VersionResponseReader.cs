using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer to the version request: any status and any text gives a verdict. What is wrong with an account reads as
/// it does in the answer to a removal; only a success is different.
/// </summary>
internal sealed class VersionResponseReader
{
    // Source: the vendor's own resource takes a version below this for a plan without the API.
    private const int MinPlanWithApi = 2;

    private readonly SecretRedactor _secrets;
    private readonly V1ResponseReader _v1Reader;
    private readonly V2ResponseReader _v2Reader;

    public VersionResponseReader(SecretRedactor secrets)
    {
        _secrets = secrets;
        _v1Reader = new V1ResponseReader(secrets);
        _v2Reader = new V2ResponseReader(secrets);
    }

    /// <param name="apiVersion">The API's generation that was asked, 1 or 2.</param>
    /// <param name="response">Its answer.</param>
    public VersionResult Read(ApiVersion apiVersion, HttpResponse response)
    {
        var result = apiVersion == ApiVersion.V1 ? _v1Reader.Read(response) : _v2Reader.Read(response);
        if (result.Kind == CadResultKind.Cleared)
        {
            return apiVersion == ApiVersion.V1 ? ReadV1(response) : ReadV2(response);
        }

        var error = result.Error!;
        return new VersionResult(ToKind(error.Kind), apiVersion, response.Status) { CadMessage = error.CadMessage };
    }

    private static VersionResultKind ToKind(RemovalErrorKind error) => error switch
    {
        RemovalErrorKind.InvalidCommunity => VersionResultKind.UnknownCommunity,
        RemovalErrorKind.ApiNotEnabled => VersionResultKind.NotEnabled,
        RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized => VersionResultKind.InvalidKey,
        RemovalErrorKind.Forbidden => VersionResultKind.Forbidden,

        // The version request names no server and no call: a 404 that speaks of one comes from something without such a request.
        RemovalErrorKind.EndpointNotFound or RemovalErrorKind.InvalidRequestType => VersionResultKind.NoEndpoint,
        RemovalErrorKind.ServerUnknown or RemovalErrorKind.CallNotFound or RemovalErrorKind.CallOrServerNotFound => VersionResultKind.NoEndpoint,
        RemovalErrorKind.NoConnection or RemovalErrorKind.NoResponse => VersionResultKind.Unreachable,
        RemovalErrorKind.NotSent => VersionResultKind.NotSent,
        RemovalErrorKind.RateLimited or RemovalErrorKind.ServerError => VersionResultKind.TemporaryError,
        RemovalErrorKind.Redirected => VersionResultKind.Redirected,
        RemovalErrorKind.Rejected => VersionResultKind.Rejected,
        _ => VersionResultKind.Unreadable,
    };

    // A text whose first character is the plan; what follows is not documented.
    private static VersionResult ReadV1(HttpResponse response)
    {
        var text = response.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '"');
        if (text.Length == 0 || text[0] is < '0' or > '9')
        {
            return new VersionResult(VersionResultKind.Unreadable, ApiVersion.V1, response.Status);
        }

        var kind = text[0] - '0' < MinPlanWithApi ? VersionResultKind.NotInPlan : VersionResultKind.Accepted;
        return new VersionResult(kind, ApiVersion.V1, response.Status) { Plan = text.Substring(0, 1) };
    }

    // v2 is in every plan: whatever its number, the key has been accepted.
    private VersionResult ReadV2(HttpResponse response)
    {
        var plan = _secrets.CleanAndRedact(PlanName(response.Text), TextSanitizer.MaxNameLength);
        var kind = plan.Length > 0 ? VersionResultKind.Accepted : VersionResultKind.Unreadable;
        return new VersionResult(kind, ApiVersion.V2, response.Status) { Plan = plan };
    }

    private static string PlanName(string text)
    {
        try
        {
            var json = JObject.Parse(text);
            return Value(json, "name") is { Length: > 0 } name ? name : Value(json, "version");
        }
        catch (JsonException)
        {
            // Cut off, or no JSON after all: then there is no plan to read.
            return string.Empty;
        }
    }

    private static string Value(JObject json, string name) =>
        json.GetValue(name, System.StringComparison.OrdinalIgnoreCase) is JValue { Type: JTokenType.String or JTokenType.Integer } value
            ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : string.Empty;
}
