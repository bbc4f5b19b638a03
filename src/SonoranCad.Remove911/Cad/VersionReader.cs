using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer to the version request: any status and any text gives a verdict. What is wrong with an account reads as
/// it does in the answer to a removal; only a success is different.
/// </summary>
internal sealed class VersionReader
{
    // Source: the vendor's own resource takes a version below this for a plan without the API.
    private const int LeastPlanWithApi = 2;

    private readonly SecretFilter _secrets;
    private readonly V1AnswerReader _v1;
    private readonly V2AnswerReader _v2;

    public VersionReader(SecretFilter secrets)
    {
        _secrets = secrets;
        _v1 = new V1AnswerReader(secrets);
        _v2 = new V2AnswerReader(secrets);
    }

    /// <param name="generation">The API's generation that was asked, 1 or 2.</param>
    /// <param name="answer">Its answer.</param>
    public VersionVerdict Read(int generation, CadAnswer answer)
    {
        var verdict = generation == 1 ? _v1.Read(answer) : _v2.Read(answer);
        if (verdict.Kind == VerdictKind.Cleared)
        {
            return generation == 1 ? ReadV1(answer) : ReadV2(answer);
        }

        var fault = verdict.Outcome!;
        return new VersionVerdict(Kind(fault.Code), generation, answer.Status) { Words = fault.Message.Value("words") as string ?? string.Empty };
    }

    private static VersionKind Kind(string code) => code switch
    {
        "invalid_community" => VersionKind.CommunityUnknown,
        "api_not_enabled" => VersionKind.NotEnabled,
        "invalid_api_key" or "unauthorized" => VersionKind.KeyRefused,
        "forbidden" => VersionKind.Forbidden,

        // The version names no server and no call: a 404 that speaks of one comes from something that has no such request.
        "endpoint_not_found" or "invalid_request_type" or "server_unknown" or "call_not_found" => VersionKind.NoEndpoint,
        "no_connection" or "no_answer" => VersionKind.Unreachable,
        "not_sent" => VersionKind.NotSent,
        "rate_limited" or "cad_error" => VersionKind.Trouble,
        "redirected" => VersionKind.Redirected,
        "cad_rejected" => VersionKind.Rejected,
        _ => VersionKind.Unreadable,
    };

    // A text whose first character is the plan; what follows is not documented.
    private static VersionVerdict ReadV1(CadAnswer answer)
    {
        var text = answer.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '"');
        if (text.Length == 0 || text[0] is < '0' or > '9')
        {
            return new VersionVerdict(VersionKind.Unreadable, 1, answer.Status);
        }

        var kind = text[0] - '0' < LeastPlanWithApi ? VersionKind.NotInPlan : VersionKind.Accepted;
        return new VersionVerdict(kind, 1, answer.Status) { Plan = text.Substring(0, 1) };
    }

    // v2 is in every plan: whatever its number, the key has been accepted.
    private VersionVerdict ReadV2(CadAnswer answer)
    {
        var plan = _secrets.CleanAndApply(PlanName(answer.Text), SafeText.NameLength);
        var kind = plan.Length > 0 ? VersionKind.Accepted : VersionKind.Unreadable;
        return new VersionVerdict(kind, 2, answer.Status) { Plan = plan };
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
