using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class V2ResponseTests
{
    [Theory]
    [InlineData(200, "{\"callId\":302,\"serverId\":1}")]
    [InlineData(200, "\uFEFF{\"callId\":302,\"serverId\":1}")]
    [InlineData(204, "")]
    public void SuccessIsReadAsCleared(int status, string body) => Assert.Equal(CadResultKind.Cleared, Read(status, body).Kind);

    [Theory]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(202, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "<html>", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "{ broken", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "{\"title\":\"Unauthorized\",\"status\":401}", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(200, "{\"title\":\"Too Many Requests\",\"status\":429}", CadResultKind.Retry, "rate_limited")]
    [InlineData(404, "\uFEFF{\"title\":\"Not Found\",\"detail\":\"Call 302 was not found.\"}", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData(401, "{\"title\":\"Unauthorized\",\"status\":401}", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(403, "{\"title\":\"Forbidden\",\"status\":403}", CadResultKind.AccountError, "forbidden")]
    [InlineData(404, "{\"title\":\"Not Found\",\"detail\":\"Server 4 is not configured for this community.\"}", CadResultKind.Failed, "server_unknown")]
    [InlineData(404, "{\"title\":\"Server not found\"}", CadResultKind.Failed, "server_unknown")]
    [InlineData(404, "{\"title\":\"Not Found\",\"detail\":\"Call 302 was not found.\"}", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData(404, "{\"Title\":\"Not Found\",\"Detail\":\"Call 302 was not found on server 1.\"}", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData(404, "{\"detail\":\"Call 302 was not found. Check the server's configuration.\"}", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData(404, "{\"title\":\"Not Found\",\"status\":404}", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData(404, "{\"message\":\"no Route matched with those values\"}", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(404, "Not Found", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(405, "", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(429, "{\"title\":\"Too Many Requests\"}", CadResultKind.Retry, "rate_limited")]
    [InlineData(500, "", CadResultKind.Retry, "cad_error")]
    [InlineData(0, "", CadResultKind.Retry, "no_connection")]
    [InlineData(302, "", CadResultKind.Failed, "redirected")]
    [InlineData(409, "{\"detail\":\"The call is locked.\"}", CadResultKind.Refused, "cad_rejected")]
    internal void OtherResponsesMapToResultKindAndCode(int status, string body, CadResultKind kind, string code)
    {
        var result = Read(status, body);

        Assert.Equal(kind, result.Kind);
        Assert.Equal(code, result.Error!.Code);
    }

    [Fact]
    public void ProblemDetailIsQuoted() =>
        Assert.Contains("\"The call is locked.\"", Read(409, "{\"detail\":\"The call is ^1locked.\"}").Error!.Message.InEnglish());

    private static CadResult Read(int status, string body) =>
        new CadResponseReader(ApiVersion.V2, new SecretRedactor()).Read(HttpResponse.From(status, status < 400 ? body : null, status < 400 ? null : $"HTTP {status}: {body}"));
}
