using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class AnswerClassifierTests
{
    private readonly SecretFilter _secrets = new();

    [Theory]
    [InlineData(200, "API ID(s) set!")]
    [InlineData(200, "911 CALL(S) REMOVED")]
    [InlineData(200, "")]
    [InlineData(200, "{\"ok\":true}")]
    [InlineData(204, "")]
    public void APlainSuccessClears(int status, string body) =>
        Assert.Null(Read(status, body, null).Failure);

    [Theory]
    [InlineData(200, "Backend Service Reached", "endpoint_not_found")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", "endpoint_not_found")]
    [InlineData(200, "sonoran cad: backend service reached.\n", "endpoint_not_found")]
    [InlineData(200, "<!DOCTYPE html><html>Just a moment…</html>", "unexpected_answer")]
    [InlineData(200, "\uFEFF\n <html>", "unexpected_answer")]
    [InlineData(200, "\u0000\u0001\u0002", "unexpected_answer")]
    [InlineData(200, "\uFFFD\uFFFD", "unexpected_answer")]
    [InlineData(200, "INVALID API KEY", "invalid_api_key")]
    [InlineData(301, "", "redirected")]
    [InlineData(302, "Moved", "redirected")]
    [InlineData(0, null, "no_connection")]
    [InlineData(-7, null, "unexpected_answer")]
    [InlineData(100, "", "unexpected_answer")]
    [InlineData(999, "", "unexpected_answer")]
    public void AnythingElseBelow400DoesNot(int status, string? body, string code) =>
        Assert.Equal(code, Read(status, body, null).Failure!.Code);

    [Theory]
    [InlineData(400, "INVALID REQUEST TYPE", "invalid_request_type", false)]
    [InlineData(400, "INVALID COMMUNITY ID", "invalid_community", true)]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", "api_not_enabled", true)]
    [InlineData(400, "LIVE MAP IS NOT ENABLED FOR THIS COMMUNITY", "api_not_enabled", true)]
    [InlineData(400, "INVALID API KEY", "invalid_api_key", true)]
    [InlineData(400, "\"invalid api key\"\r\n", "invalid_api_key", true)]
    [InlineData(400, "Backend Service Reached", "endpoint_not_found", false)]
    [InlineData(400, "CALL NOT FOUND", "cad_rejected", false)]
    [InlineData(400, "", "cad_rejected", false)]
    [InlineData(401, "", "unauthorized", false)]
    [InlineData(403, "<html>Forbidden</html>", "forbidden", false)]
    [InlineData(404, "Not Found", "endpoint_not_found", false)]
    [InlineData(405, "", "endpoint_not_found", false)]
    [InlineData(410, "", "endpoint_not_found", false)]
    [InlineData(501, "", "endpoint_not_found", false)]
    [InlineData(413, "too large", "cad_rejected", false)]
    [InlineData(429, "{\"message\": \"API rate limit exceeded\"}", "rate_limited", false)]
    [InlineData(500, "oops", "cad_error", false)]
    [InlineData(503, "<html>", "cad_error", false)]
    [InlineData(599, "", "cad_error", false)]
    public void AnErrorIsReadAsTheServerHandsItOver(int status, string body, string code, bool isAccountFault)
    {
        var verdict = Read(status, null, $"HTTP {status}: {body}");

        Assert.Equal(code, verdict.Failure!.Code);
        Assert.Equal(isAccountFault, verdict.IsAccountFault);
    }

    [Fact]
    public void ARequestThatWasNotSentIsNamedSo() =>
        Assert.Equal("not_sent", new AnswerClassifier(_secrets).Read(CadAnswer.NotSent).Failure!.Code);

    [Fact]
    public void AnUndocumentedRefusalIsShownInTheCadsWords() =>
        Assert.Contains("«CALL 101 IS LOCKED»", Read(400, null, "HTTP 400: ^1CALL 101\nIS LOCKED").Failure!.Message);

    [Fact]
    public void AWebPageIsNotShown() =>
        Assert.DoesNotContain("html", Read(400, null, "HTTP 400: <html>…</html>").Failure!.Message);

    [Fact]
    public void AKeyThatTheCadSendsBackIsNotShown()
    {
        _secrets.Add("s3cr3t-K3Y");

        var message = Read(400, null, "HTTP 400: key S3CR3T-K3Y has no right to call 101").Failure!.Message;

        Assert.Contains("[secret] has no right", message);
    }

    private CadVerdict Read(int status, string? body, string? error) =>
        new AnswerClassifier(_secrets).Read(CadAnswer.From(status, body, error));
}
