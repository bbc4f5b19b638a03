using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer to the version request: any status and any text gives a verdict. What is wrong with an account reads as
/// it does in the answer to a removal; only a success is different.
/// </summary>
internal sealed class VersionResponseReader
{
    // Source: the vendor's own resource takes a version below this for a plan without the API.
    private const int LeastPlanWithApi = 2;

    private readonly SecretRedactor _secrets;
    private readonly V1ResponseReader _v1;
    private readonly V2ResponseReader _v2;

    public VersionResponseReader(SecretRedactor secrets)
    {
        _secrets = secrets;
        _v1 = new V1ResponseReader(secrets);
        _v2 = new V2ResponseReader(secrets);
    }

    /// <param name="generation">The API's generation that was asked, 1 or 2.</param>
    /// <param name="answer">Its answer.</param>
    public VersionResult Read(int generation, HttpResponse answer)
    {
        var verdict = generation == 1 ? _v1.Read(answer) : _v2.Read(answer);
        if (verdict.Kind == CadResultKind.Cleared)
        {
            return generation == 1 ? ReadV1(answer) : ReadV2(answer);
        }

        var fault = verdict.Outcome!;
        return new VersionResult(Kind(fault.Code), generation, answer.Status) { Words = fault.Message.Value("words") as string ?? string.Empty };
    }

    private static VersionResultKind Kind(string code) => code switch
    {
        "invalid_community" => VersionResultKind.CommunityUnknown,
        "api_not_enabled" => VersionResultKind.NotEnabled,
        "invalid_api_key" or "unauthorized" => VersionResultKind.KeyRefused,
        "forbidden" => VersionResultKind.Forbidden,

        // The version names no server and no call: a 404 that speaks of one comes from something that has no such request.
        "endpoint_not_found" or "invalid_request_type" or "server_unknown" or "call_not_found" => VersionResultKind.NoEndpoint,
        "no_connection" or "no_answer" => VersionResultKind.Unreachable,
        "not_sent" => VersionResultKind.NotSent,
        "rate_limited" or "cad_error" => VersionResultKind.Trouble,
        "redirected" => VersionResultKind.Redirected,
        "cad_rejected" => VersionResultKind.Rejected,
        _ => VersionResultKind.Unreadable,
    };

    // A text whose first character is the plan; what follows is not documented.
    private static VersionResult ReadV1(HttpResponse answer)
    {
        var text = answer.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '"');
        if (text.Length == 0 || text[0] is < '0' or > '9')
        {
            return new VersionResult(VersionResultKind.Unreadable, 1, answer.Status);
        }

        var kind = text[0] - '0' < LeastPlanWithApi ? VersionResultKind.NotInPlan : VersionResultKind.Accepted;
        return new VersionResult(kind, 1, answer.Status) { Plan = text.Substring(0, 1) };
    }

    // v2 is in every plan: whatever its number, the key has been accepted.
    private VersionResult ReadV2(HttpResponse answer)
    {
        var plan = _secrets.CleanAndApply(PlanName(answer.Text), TextSanitizer.NameLength);
        var kind = plan.Length > 0 ? VersionResultKind.Accepted : VersionResultKind.Unreadable;
        return new VersionResult(kind, 2, answer.Status) { Plan = plan };
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
