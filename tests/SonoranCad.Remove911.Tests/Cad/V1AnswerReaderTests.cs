using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class V1AnswerReaderTests
{
    private readonly SecretFilter _secrets = new();

    [Theory]
    [InlineData(200, "API ID(s) set!")]
    [InlineData(200, "911 CALL(S) REMOVED")]
    [InlineData(200, "")]
    [InlineData(200, "{\"ok\":true}")]
    [InlineData(204, "")]
    public void APlainSuccessClears(int status, string body) =>
        Assert.Equal(VerdictKind.Cleared, Read(status, body, null).Kind);

    [Theory]
    [InlineData(200, "Backend Service Reached", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "sonoran cad: backend service reached.\n", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "This endpoint is deprecated, use v2", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(200, "<!DOCTYPE html><html>Just a moment…</html>", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "\uFEFF\n <html>", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "\u0000\u0001\u0002", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "\uFFFD\uFFFD", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(200, "INVALID API KEY", VerdictKind.AccountFault, "invalid_api_key")]
    [InlineData(301, "", VerdictKind.Failed, "redirected")]
    [InlineData(302, "Moved", VerdictKind.Failed, "redirected")]
    [InlineData(0, null, VerdictKind.Retry, "no_connection")]
    [InlineData(-1, null, VerdictKind.Retry, "no_connection")]
    [InlineData(100, "", VerdictKind.Retry, "unexpected_answer")]
    [InlineData(999, "", VerdictKind.Retry, "unexpected_answer")]
    internal void AnythingElseBelow400DoesNot(int status, string? body, VerdictKind kind, string code) =>
        AssertReads(kind, code, Read(status, body, null));

    [Theory]
    [InlineData(400, "INVALID REQUEST TYPE", VerdictKind.NoEndpoint, "invalid_request_type")]
    [InlineData(400, "INVALID COMMUNITY ID", VerdictKind.AccountFault, "invalid_community")]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", VerdictKind.AccountFault, "api_not_enabled")]
    [InlineData(400, "LIVE MAP IS NOT ENABLED FOR THIS COMMUNITY", VerdictKind.AccountFault, "api_not_enabled")]
    [InlineData(400, "INVALID API KEY", VerdictKind.AccountFault, "invalid_api_key")]
    [InlineData(400, "\"invalid api key\"\r\n", VerdictKind.AccountFault, "invalid_api_key")]
    [InlineData(400, "Backend Service Reached", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(400, "THIS API HAS BEEN SUNSET", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(400, "CALL NOT FOUND", VerdictKind.CallUnknown, "cad_rejected")]
    [InlineData(400, "CALL IS LOCKED", VerdictKind.Refused, "cad_rejected")]
    [InlineData(400, "", VerdictKind.Refused, "cad_rejected")]
    [InlineData(401, "INVALID API KEY", VerdictKind.AccountFault, "invalid_api_key")]
    [InlineData(403, "API IS NOT ENABLED FOR THIS COMMUNITY", VerdictKind.AccountFault, "api_not_enabled")]
    [InlineData(401, "", VerdictKind.Failed, "unauthorized")]
    [InlineData(403, "<html>Forbidden</html>", VerdictKind.Failed, "forbidden")]
    [InlineData(404, "Not Found", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(405, "", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(408, "", VerdictKind.Retry, "no_connection")]
    [InlineData(410, "", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(501, "", VerdictKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(413, "too large", VerdictKind.Refused, "cad_rejected")]
    [InlineData(429, "{\"message\": \"API rate limit exceeded\"}", VerdictKind.Retry, "rate_limited")]
    [InlineData(500, "oops", VerdictKind.Retry, "cad_error")]
    [InlineData(503, "<html>", VerdictKind.Retry, "cad_error")]
    [InlineData(599, "", VerdictKind.Retry, "cad_error")]
    internal void AnErrorIsReadAsTheServerHandsItOver(int status, string body, VerdictKind kind, string code) =>
        AssertReads(kind, code, Read(status, null, $"HTTP {status}: {body}"));

    [Fact]
    public void WhatWasNotSentOrNeverAnsweredIsTriedAgain()
    {
        AssertReads(VerdictKind.Retry, "not_sent", new V1AnswerReader(_secrets).Read(CadAnswer.NotSent));
        AssertReads(VerdictKind.Retry, "no_answer", new V1AnswerReader(_secrets).Read(CadAnswer.Lost));
    }

    [Fact]
    public void AnUndocumentedRefusalIsShownInTheCadsWords() =>
        Assert.Contains("«CALL 101 IS LOCKED»", Read(400, null, "HTTP 400: ^1CALL 101\nIS LOCKED").Outcome!.Message.InEnglish());

    [Fact]
    public void AWebPageIsNotShown() =>
        Assert.DoesNotContain("html", Read(400, null, "HTTP 400: <html>…</html>").Outcome!.Message.InEnglish());

    [Fact]
    public void AKeyThatTheCadSendsBackIsNotShown()
    {
        _secrets.Add("s3cr3t-K3Y");

        var message = Read(400, null, "HTTP 400: key S3CR3T-K3Y has no right to call 101").Outcome!.Message.InEnglish();

        Assert.Contains("[secret] has no right", message);
    }

    private static void AssertReads(VerdictKind kind, string code, CadVerdict verdict)
    {
        Assert.Equal(kind, verdict.Kind);
        Assert.Equal(code, verdict.Outcome!.Code);
    }

    private CadVerdict Read(int status, string? body, string? error) =>
        new V1AnswerReader(_secrets).Read(CadAnswer.From(status, body, error));
}
