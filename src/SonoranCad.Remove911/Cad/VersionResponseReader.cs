using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>Reads any response to the version request. Errors read as they do in responses to a removal; a success does not.</summary>
internal sealed class VersionResponseReader(SecretRedactor secrets)
{
    // Source: the vendor's own resource takes a lower version for a plan without the API.
    private const int MinPlanWithApi = 2;

    private readonly V1ResponseReader _v1Reader = new(secrets);
    private readonly V2ResponseReader _v2Reader = new(secrets);

    public VersionResult Read(ApiVersion apiVersion, HttpResponse response)
    {
        var result = apiVersion == ApiVersion.V1 ? _v1Reader.Read(response) : _v2Reader.Read(response);
        if (result.Error is { } error)
        {
            return new VersionResult(ToKind(error.Kind), apiVersion, response.Status) { CadMessage = error.CadMessage };
        }

        return apiVersion == ApiVersion.V1 ? ReadV1(response) : ReadV2(response);
    }

    private static VersionResultKind ToKind(RemovalErrorKind error) => error switch
    {
        RemovalErrorKind.InvalidCommunity => VersionResultKind.UnknownCommunity,
        RemovalErrorKind.ApiNotEnabled => VersionResultKind.NotEnabled,
        RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized => VersionResultKind.InvalidKey,
        RemovalErrorKind.Forbidden => VersionResultKind.Forbidden,
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
        var text = response.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '"');
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
        var plan = secrets.CleanAndRedact(PlanName(response.Text), TextSanitizer.MaxNameLength);
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
            // Cut off or not JSON after all: it names no plan.
            return string.Empty;
        }
    }

    private static string Value(JObject json, string name) =>
        json.GetValue(name, StringComparison.OrdinalIgnoreCase) is JValue { Type: JTokenType.String or JTokenType.Integer } value
            ? value.ToString(CultureInfo.InvariantCulture)
            : string.Empty;
}
