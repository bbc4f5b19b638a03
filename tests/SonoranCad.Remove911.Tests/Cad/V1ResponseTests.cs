using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class V1ResponseTests
{
    private readonly SecretRedactor _secrets = new();

    [Theory]
    [InlineData(200, "API ID(s) set!")]
    [InlineData(200, "911 CALL(S) REMOVED")]
    [InlineData(200, "{\"ok\":true}")]
    [InlineData(204, "")]
    public void PlainSuccessIsReadAsCleared(int status, string body) =>
        Assert.Equal(CadResultKind.Cleared, Read(status, body, null).Kind);

    [Theory]
    [InlineData(200, "Backend Service Reached", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "sonoran cad: backend service reached.\n", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "This endpoint is deprecated, use v2", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, " \r\n", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(202, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "<!DOCTYPE html><html>Just a moment…</html>", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "\uFEFF\n <html>", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "\u0000\u0001\u0002", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "\uFFFD\uFFFD", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(200, "INVALID API KEY", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(301, "", CadResultKind.Failed, "redirected")]
    [InlineData(308, "This endpoint is deprecated.", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(302, "Moved", CadResultKind.Failed, "redirected")]
    [InlineData(0, null, CadResultKind.Retry, "no_connection")]
    [InlineData(-1, null, CadResultKind.Retry, "no_connection")]
    [InlineData(100, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(999, "", CadResultKind.Retry, "unexpected_answer")]
    internal void OtherStatusesBelow400AreNotReadAsCleared(int status, string? body, CadResultKind kind, string code) =>
        AssertReads(kind, code, Read(status, body, null));

    [Theory]
    [InlineData(400, "INVALID REQUEST TYPE", CadResultKind.NoEndpoint, "invalid_request_type")]
    [InlineData(400, "INVALID COMMUNITY ID", CadResultKind.AccountError, "invalid_community")]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", CadResultKind.AccountError, "api_not_enabled")]
    [InlineData(400, "LIVE MAP IS NOT ENABLED FOR THIS COMMUNITY", CadResultKind.AccountError, "api_not_enabled")]
    [InlineData(400, "INVALID API KEY", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(400, "\"invalid api key\"\r\n", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(400, "Backend Service Reached", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(400, "THIS API HAS BEEN SUNSET", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(403, "API V1 HAS BEEN SUNSET", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(400, "CALL NOT FOUND", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData(400, "CALL IS LOCKED", CadResultKind.Refused, "cad_rejected")]
    [InlineData(400, "", CadResultKind.Refused, "cad_rejected")]
    [InlineData(401, "INVALID API KEY", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(403, "API IS NOT ENABLED FOR THIS COMMUNITY", CadResultKind.AccountError, "api_not_enabled")]
    [InlineData(401, "{\"title\":\"Unauthorized\",\"status\":401}", CadResultKind.Failed, "unauthorized")]
    [InlineData(403, "{\"title\":\"Forbidden\",\"status\":403}", CadResultKind.Failed, "forbidden")]
    [InlineData(404, "Not Found", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(405, "", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(408, "", CadResultKind.Retry, "no_connection")]
    [InlineData(410, "", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(501, "", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(413, "too large", CadResultKind.Refused, "cad_rejected")]
    [InlineData(429, "{\"message\": \"API rate limit exceeded\"}", CadResultKind.Retry, "rate_limited")]
    [InlineData(500, "oops", CadResultKind.Retry, "cad_error")]
    [InlineData(503, "<html>", CadResultKind.Retry, "firewall")]
    [InlineData(599, "", CadResultKind.Retry, "cad_error")]
    internal void ErrorStatusAndBodyMapToResultKindAndCode(int status, string body, CadResultKind kind, string code) =>
        AssertReads(kind, code, Read(status, null, $"HTTP {status}: {body}"));

    [Theory]
    [InlineData(400, "INVALID REQUEST TYPE", "does not accept this kind of request")]
    [InlineData(400, "INVALID COMMUNITY ID", "does not know this server's community id")]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", "API is off")]
    [InlineData(400, "INVALID API KEY", "does not accept this server's API key")]
    [InlineData(403, "", "firewall in front of Sonoran CAD returned 403")]
    [InlineData(404, "", "no such endpoint")]
    [InlineData(500, "", "returned an error (500)")]
    [InlineData(200, "\uFFFD\u0007\u0000", "Something other than Sonoran CAD responded")]
    public void EachFailureHasItsOwnMessage(int status, string body, string words)
    {
        var result = status < 400 ? Read(status, body, null) : Read(status, null, $"HTTP {status}: {body}");

        Assert.Contains(words, result.Error!.Message.InEnglish());
    }

    [Fact]
    public void UnsentAndUnansweredRequestsAreRetried()
    {
        AssertReads(CadResultKind.Retry, "not_sent", new CadResponseReader(ApiVersion.V1, _secrets).Read(HttpResponse.NotSent));
        AssertReads(CadResultKind.Retry, "no_answer", new CadResponseReader(ApiVersion.V1, _secrets).Read(HttpResponse.TimedOut));
    }

    [Fact]
    public void UndocumentedRejectionQuotesCadMessage() =>
        Assert.Contains("\"CALL 101 IS LOCKED\"", Read(400, null, "HTTP 400: ^1CALL 101\nIS LOCKED").Error!.Message.InEnglish());

    [Fact]
    public void HtmlBodyIsNotQuoted() =>
        Assert.DoesNotContain("html", Read(400, null, "HTTP 400: <html>…</html>").Error!.Message.InEnglish());

    [Fact]
    public void ApiKeyInResponseIsRedacted()
    {
        _secrets.Add("s3cr3t-K3Y");

        var message = Read(400, null, "HTTP 400: key S3CR3T-K3Y has no right to call 101").Error!.Message.InEnglish();

        Assert.Contains("[secret] has no right", message);
    }

    private static void AssertReads(CadResultKind kind, string code, CadResult result)
    {
        Assert.Equal(kind, result.Kind);
        Assert.Equal(code, result.Error!.Code);
    }

    private CadResult Read(int status, string? body, string? error) =>
        new CadResponseReader(ApiVersion.V1, _secrets).Read(HttpResponse.From(status, body, error));
}
