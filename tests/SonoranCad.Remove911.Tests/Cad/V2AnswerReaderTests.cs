using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class V2AnswerReaderTests
{
    [Theory]
    [InlineData(200, "{\"callId\":302,\"serverId\":1}")]
    [InlineData(200, "\uFEFF{\"callId\":302,\"serverId\":1}")]
    [InlineData(204, "")]
    public void ASuccessClears(int status, string body) => Assert.Equal(VerdictKind.Cleared, Read(status, body).Kind);

    [Theory]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "<html>", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "{ broken", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "{\"title\":\"Unauthorized\",\"status\":401}", VerdictKind.AccountFault, "invalid_api_key")]
    [InlineData(200, "{\"title\":\"Too Many Requests\",\"status\":429}", VerdictKind.Retry, "rate_limited")]
    [InlineData(404, "\uFEFF{\"title\":\"Not Found\",\"detail\":\"Call 302 was not found.\"}", VerdictKind.CallUnknown, "call_not_found")]
    [InlineData(401, "{\"title\":\"Unauthorized\",\"status\":401}", VerdictKind.AccountFault, "invalid_api_key")]
    [InlineData(403, "", VerdictKind.AccountFault, "forbidden")]
    [InlineData(404, "{\"title\":\"Not Found\",\"detail\":\"Server 4 is not configured for this community.\"}", VerdictKind.Failed, "server_unknown")]
    [InlineData(404, "{\"title\":\"Server not found\"}", VerdictKind.Failed, "server_unknown")]
    [InlineData(404, "{\"title\":\"Not Found\",\"detail\":\"Call 302 was not found.\"}", VerdictKind.CallUnknown, "call_not_found")]
    [InlineData(404, "{\"Title\":\"Not Found\",\"Detail\":\"Call 302 was not found on server 1.\"}", VerdictKind.CallUnknown, "call_not_found")]
    [InlineData(404, "{\"title\":\"Not Found\",\"status\":404}", VerdictKind.CallUnknown, "call_not_found")]
    [InlineData(404, "{\"message\":\"no Route matched with those values\"}", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(404, "Not Found", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(405, "", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(429, "{\"title\":\"Too Many Requests\"}", VerdictKind.Retry, "rate_limited")]
    [InlineData(500, "", VerdictKind.Retry, "cad_error")]
    [InlineData(0, "", VerdictKind.Retry, "no_connection")]
    [InlineData(302, "", VerdictKind.Failed, "redirected")]
    [InlineData(409, "{\"detail\":\"The call is locked.\"}", VerdictKind.Refused, "cad_rejected")]
    internal void AnythingElseIsReadForWhatItIs(int status, string body, VerdictKind kind, string code)
    {
        var verdict = Read(status, body);

        Assert.Equal(kind, verdict.Kind);
        Assert.Equal(code, verdict.Outcome!.Code);
    }

    [Fact]
    public void AProblemIsShownInItsWords() =>
        Assert.Contains("«The call is locked.»", Read(409, "{\"detail\":\"The call is ^1locked.\"}").Outcome!.Message.InEnglish());

    private static CadVerdict Read(int status, string body) =>
        new V2AnswerReader(new SecretFilter()).Read(CadAnswer.From(status, status < 400 ? body : null, status < 400 ? null : $"HTTP {status}: {body}"));
}
