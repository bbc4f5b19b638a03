using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Reads an answer of the CAD's v2 API. Its faults are problem details (RFC 9457): a 404 that carries none comes from
/// something that has no such endpoint, such as the gateway before the CAD.
/// </summary>
internal sealed class V2AnswerReader
{
    private readonly SecretFilter _secrets;

    public V2AnswerReader(SecretFilter secrets)
    {
        _secrets = secrets;
    }

    public CadVerdict Read(CadAnswer answer)
    {
        var json = TryParse(answer.Text);
        if (answer.Status == 200 && json is not null && ProblemStatus(json) is { } status)
        {
            // A success that carries a fault has cleared nothing.
            return Read(CadAnswer.From(status, answer.Text, null));
        }

        if (answer.Status == 404 && json is not null && Detail(json).Length > 0)
        {
            return ReadNotFound(Detail(json));
        }

        if (AnswerText.SaysNoEndpoint(answer))
        {
            return CadVerdict.Of(VerdictKind.NoEndpoint, CadOutcomes.EndpointNotFound);
        }

        return AnswerText.ReadTransport(answer) ?? answer.Status switch
        {
            204 => CadVerdict.Cleared,
            < 300 => json is null ? CadVerdict.Of(VerdictKind.Retry, CadOutcomes.UnexpectedAnswer) : CadVerdict.Cleared,
            401 => CadVerdict.Of(VerdictKind.AccountFault, CadOutcomes.InvalidApiKey),
            403 => CadVerdict.Of(VerdictKind.AccountFault, CadOutcomes.ForbiddenKey),
            _ => CadVerdict.Of(VerdictKind.Refused, CadOutcomes.Rejected(answer.Status, Words(json))),
        };
    }

    private static CadVerdict ReadNotFound(string detail)
    {
        if (AnswerText.Holds(detail, "server") && (AnswerText.Holds(detail, "configur") || !AnswerText.Holds(detail, "call")))
        {
            return CadVerdict.Of(VerdictKind.Failed, CadOutcomes.ServerUnknown);
        }

        return CadVerdict.Of(
            VerdictKind.CallUnknown,
            AnswerText.Holds(detail, "call") ? CadOutcomes.CallUnknown : CadOutcomes.CallOrServerUnknown);
    }

    private static int? ProblemStatus(JObject json) =>
        json.GetValue("status", System.StringComparison.OrdinalIgnoreCase) is JValue { Value: >= 400L and < 600L and var status } ? (int)(long)status : null;

    private static string Detail(JObject problem) =>
        ((problem.GetValue("detail", System.StringComparison.OrdinalIgnoreCase) ?? problem.GetValue("title", System.StringComparison.OrdinalIgnoreCase))
            as JValue)?.Value as string ?? string.Empty;

    private static JObject? TryParse(string text)
    {
        text = AnswerText.WithoutLead(text);
        if (!text.StartsWith("{", System.StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JObject.Parse(text);
        }
        catch (JsonException)
        {
            // Cut off or no JSON after all: then there is no problem to read, and the status decides.
            return null;
        }
    }

    private string Words(JObject? problem) =>
        problem is null ? string.Empty : _secrets.CleanAndApply(Detail(problem), SafeText.CadTextLength);
}
