using System;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

/// <summary>Rules that hold for both API versions.</summary>
public sealed class CadResponseReaderTests
{
    private static readonly string Filler = new('x', 5000);

    private readonly SecretRedactor _secrets = new();

    public static TheoryData<string> Successes =>
    [
        "API ID(s) set!", "\"API ID(s) set!\"", "911 CALL(S) REMOVED", "{}", "[]", "{\"callId\":302,\"serverId\":1}", "\uFEFF\n {\"callId\":302}",
        "{\"success\":true,\"errors\":[],\"error\":null}", "{\"status\":200,\"error\":false}", "{\"status\":\"ok\"}", "[{\"callId\":1,\"success\":true}]",
        new('x', HttpResponse.MaxTextLength),
    ];

    public static TheoryData<string> FirewallTexts =>
    [
        "", "error code: 1020", "Access denied", "Forbidden", "<html>403 Forbidden</html>", "\uFEFF <!DOCTYPE html><title>Attention Required! | Cloudflare</title>",
        "{\"message\":\"Forbidden\"}", "{\"message\":\"Invalid authentication credentials\"}", "{\"title\":\"Forbid",
        "<html>Your browser is no longer supported. INVALID API KEY</html>",
        """{"type":"https://developers.cloudflare.com/errors/1020/","title":"Error 1020: Access denied","status":403,"cloudflare_error":true}""",
    ];

    [Theory]
    [MemberData(nameof(Successes))]
    public void PlausibleSuccessTextIsReadAsCleared(string text) => AssertBoth(200, text, CadResultKind.Cleared, null);

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public void AnySuccessStatusIsReadAsCleared(int status) => AssertBoth(status, "ok", CadResultKind.Cleared, null);

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, " \r\n")]
    [InlineData(202, "")]
    [InlineData(205, "")]
    public void EmptySuccessIsNotReadAsCleared(int status, string text) => AssertBoth(status, text, CadResultKind.Retry, "unexpected_answer");

    [Fact]
    public void NoContentIsReadAsCleared() => AssertBoth(204, "", CadResultKind.Cleared, null);

    [Theory]
    [InlineData("error code: 1020", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("Access denied", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("<html><title>Attention Required!</title></html>", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("You have reached <html>", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("502 Bad Gateway", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("{ \"callId\": 302, ", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("[{\"callId\":101,\"succ", CadResultKind.Retry, "unexpected_answer")]
    [InlineData("Sonoran CAD: Backend Service Reached", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData("INVALID COMMUNITY ID", CadResultKind.AccountError, "invalid_community")]
    [InlineData("VERSION PLUS REQUIRED", CadResultKind.AccountError, "api_not_enabled")]
    [InlineData("CALL NOT FOUND", CadResultKind.CallNotFound, "call_not_found")]
    [InlineData("API rate limit exceeded", CadResultKind.Retry, "rate_limited")]
    [InlineData("ERROR: CALL IS LOCKED", CadResultKind.Refused, "cad_rejected")]
    [InlineData("Not Found", CadResultKind.Refused, "cad_rejected")]
    [InlineData("false", CadResultKind.Refused, "cad_rejected")]
    [InlineData("\"Unable to remove the call\"", CadResultKind.Refused, "cad_rejected")]
    [InlineData("INVALID CALL ID", CadResultKind.Refused, "cad_rejected")]
    [InlineData("404 page not found", CadResultKind.Refused, "cad_rejected")]
    [InlineData("Internal error", CadResultKind.Refused, "cad_rejected")]
    [InlineData("Sorry, something went wrong", CadResultKind.Refused, "cad_rejected")]
    [InlineData("An error occurred while processing your request.", CadResultKind.Refused, "cad_rejected")]
    [InlineData("Nothing was removed.", CadResultKind.Refused, "cad_rejected")]
    [InlineData("0 calls removed", CadResultKind.Refused, "cad_rejected")]
    [InlineData("No calls were removed", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"message\":\"Could not remove the call\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"message\":\"Not found\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"Message\":\"An error has occurred.\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"status\":\"failure\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"status\":\"unsuccessful\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"result\":\"error\",\"message\":\"locked\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"error\":\"locked\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("\uFEFF \n{\"Errors\":[\"locked\"]}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"success\":false}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"OK\":\"false\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"status\":\"error\",\"message\":\"locked\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("[{\"callId\":1,\"success\":true},{\"callId\":2,\"success\":false}]", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"type\":\"about:blank\",\"title\":\"Conflict\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"title\":\"Conflict\",\"status\":409}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"title\":\"Conflict\",\"status\":\"409\"}", CadResultKind.Refused, "cad_rejected")]
    [InlineData("{\"title\":\"Too Many Requests\",\"status\":\"429\"}", CadResultKind.Retry, "rate_limited")]
    [InlineData("{\"title\":\"Oops\",\"Status\":500}", CadResultKind.Retry, "cad_error")]
    internal void TextThatCannotBeSuccessIsNotReadAsCleared(string text, CadResultKind kind, string code)
    {
        AssertBoth(200, text, kind, code);
        AssertBoth(202, text, kind, code);
    }

    [Theory]
    [MemberData(nameof(FirewallTexts))]
    public void FirewallResponseIsNotReadAsCadRefusal(string text)
    {
        AssertBoth(401, text, CadResultKind.Retry, "firewall");
        AssertBoth(403, text, CadResultKind.Retry, "firewall");
        Assert.Contains("returned 403", Read(ApiVersion.V2, 403, text).Error!.Message.InEnglish());
    }

    [Theory]
    [InlineData(429, "firewall")]
    [InlineData(503, "firewall")]
    [InlineData(502, "cad_error")]
    [InlineData(504, "cad_error")]
    [InlineData(400, "firewall")]
    [InlineData(406, "firewall")]
    [InlineData(402, "firewall")]
    public void FirewallPageIsTemporary(int status, string code) =>
        AssertBoth(status, "<html>Attention Required! Please log in; INVALID API KEY</html>", CadResultKind.Retry, code);

    [Theory]
    [InlineData(400, "VERSION STANDARD REQUIRED", "the STANDARD plan")]
    [InlineData(400, "Version pro plus required.", "the PRO PLUS plan")]
    [InlineData(402, "{\"title\":\"Payment Required\",\"status\":402,\"detail\":\"VERSION PLUS REQUIRED\"}", "the PLUS plan")]
    [InlineData(402, "{\"title\":\"Payment Required\",\"status\":402}", "API is off")]
    [InlineData(402, "", "API is off")]
    public void LowPlanIsReadAsApiNotEnabledAndNamesPlan(int status, string text, string words)
    {
        AssertBoth(status, text, CadResultKind.AccountError, "api_not_enabled");
        Assert.Contains(words, Read(ApiVersion.V1, status, text).Error!.Message.InEnglish());
        Assert.True(Read(ApiVersion.V1, status, text).IsApiNotEnabled);
    }

    [Theory]
    [InlineData(404, "call not found")]
    [InlineData(404, "CALL 101 DOES NOT EXIST ON SERVER 1")]
    [InlineData(404, "CALL 101 ON SERVER 1 DOES NOT EXIST")]
    [InlineData(404, "{\"message\":\"Call 101 not found\"}")]
    [InlineData(410, "CALL 101 IS NO LONGER AVAILABLE")]
    [InlineData(400, "CALL 101 IS NO LONGER AVAILABLE")]
    [InlineData(400, "911 CALL(S) NOT FOUND")]
    [InlineData(400, "INVALID REQUEST: CALLID 101 NOT FOUND")]
    [InlineData(400, "{\"title\":\"Not Found\",\"detail\":\"Call 302 was not found.\"}")]
    public void TextAboutMissingCallIsReadAsCallNotFound(int status, string text) =>
        AssertBoth(status, text, CadResultKind.CallNotFound, "call_not_found");

    [Theory]
    [InlineData(400, "SERVER NOT FOUND")]
    [InlineData(400, "CALL NOT REMOVED: SERVER 4 NOT FOUND")]
    [InlineData(400, "SERVER 4 IS NOT CONFIGURED: SERVER DOES NOT EXIST")]
    public void TextAboutMissingServerIsNotAboutCall(int status, string text) => AssertBoth(status, text, CadResultKind.Failed, "server_unknown");

    [Theory]
    [InlineData("")]
    [InlineData("Not Found")]
    [InlineData("SERVER NOT FOUND")]
    [InlineData("Cannot DELETE /v2/emergency/servers/1/calls/911/101: page not found")]
    [InlineData("The requested URL was not found on this server.")]
    [InlineData("<html>Call not found</html>")]
    [InlineData("THIS API CALL WAS NOT FOUND")]
    public void NotFoundThatIsNotAboutCallIsMissingEndpoint(string text) => AssertBoth(404, text, CadResultKind.NoEndpoint, "endpoint_not_found");

    [Theory]
    [InlineData("removed. This endpoint is DEPRECATED")]
    [InlineData("911 CALL(S) REMOVED. THIS ENDPOINT IS DEPRECATED.")]
    [InlineData("API ID(s) set! This endpoint is deprecated and will be removed on June 15.")]
    [InlineData("Note: this endpoint is no longer supported. 911 call removed (call 101).")]
    [InlineData("{\"callId\":101,\"warning\":\"deprecated\"}")]
    public void SuccessWithDeprecationNoteIsClearedAndDeprecated(string text)
    {
        AssertBoth(200, text, CadResultKind.Cleared, null);
        Assert.True(Read(ApiVersion.V1, 200, text).IsDeprecated);
    }

    [Theory]
    [InlineData(200, "This endpoint is deprecated, use v2")]
    [InlineData(200, "This endpoint is DEPRECATED. It will be removed in June.")]
    [InlineData(200, "Nothing was removed. This endpoint is deprecated.")]
    [InlineData(200, "THIS API HAS BEEN SUNSET")]
    [InlineData(400, "THE REMOVE 911 CALL ENDPOINT IS NO LONGER AVAILABLE")]
    public void DeprecationNoteAloneIsMissingEndpoint(int status, string text) => AssertBoth(status, text, CadResultKind.NoEndpoint, "endpoint_not_found");

    [Fact]
    public void PlainSuccessIsNotDeprecated() => Assert.False(Read(ApiVersion.V1, 200, "API ID(s) set!").IsDeprecated);

    [Theory]
    [InlineData(199, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(300, "", CadResultKind.Failed, "redirected")]
    [InlineData(300, "This endpoint is deprecated.", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(399, "", CadResultKind.Failed, "redirected")]
    [InlineData(308, "This endpoint is deprecated. <html>", CadResultKind.Failed, "redirected")]
    [InlineData(425, "", CadResultKind.Retry, "no_connection")]
    [InlineData(499, "", CadResultKind.Refused, "cad_rejected")]
    [InlineData(413, "<html>Your browser is no longer supported</html>", CadResultKind.Refused, "cad_rejected")]
    [InlineData(400, "INVALID API KEY: CALL NOT FOUND", CadResultKind.AccountError, "invalid_api_key")]
    [InlineData(600, "", CadResultKind.Retry, "unexpected_answer")]
    [InlineData(403, "THIS API HAS BEEN SUNSET. Error code: 1020", CadResultKind.Retry, "firewall")]
    internal void StatusMeansTheSameInBothVersions(int status, string text, CadResultKind kind, string code) => AssertBoth(status, text, kind, code);

    [Theory]
    [InlineData("INVALID API KEY")]
    [InlineData("THIS API HAS BEEN SUNSET")]
    [InlineData("{\"type\":\"about:blank\"}")]
    public void DenialWithoutProblemDetailsIsNotThatOfV2(string text) => Assert.Equal("firewall", Read(ApiVersion.V2, 403, text).Error?.Code);

    [Theory]
    [InlineData("Service Unavailable", "cad_error")]
    [InlineData("error code: 1020", "firewall")]
    [InlineData("<html>Just a moment...</html>", "firewall")]
    public void OutageIsToldFromFirewallByItsText(string text, string code) => Assert.Equal(code, Read(ApiVersion.V1, 503, text).Error?.Code);

    [Theory]
    [InlineData("", true)]
    [InlineData("Too Many Requests", true)]
    [InlineData("{\"title\":\"Too Many Requests\",\"status\":429}", true)]
    [InlineData("error code: 1015", false)]
    [InlineData("<html>Too many requests</html>", false)]
    public void OnlyTheCadsOwn429IsAboutItsLimit(string text, bool isOverLimit) => Assert.Equal(isOverLimit, Read(ApiVersion.V2, 429, text).IsOverLimit);

    [Fact]
    public void ResultIsLoggedAsItsCode() =>
        Assert.Equal(("cleared", "call_not_found"), (Read(ApiVersion.V1, 200, "ok").ToString(), Read(ApiVersion.V1, 400, "CALL NOT FOUND").ToString()));

    [Fact]
    public void LengthDoesNotChangeResult()
    {
        AssertBoth(400, Filler + " INVALID API KEY", CadResultKind.AccountError, "invalid_api_key");
        AssertBoth(200, Filler + "\nINVALID API KEY", CadResultKind.AccountError, "invalid_api_key");
        AssertBoth(200, $$"""{"note":"{{Filler}}","success":false}""", CadResultKind.Refused, "cad_rejected");
        AssertBoth(200, $$"""{"note":"{{Filler}}","callId":302}""", CadResultKind.Cleared, null);
        Assert.Equal("invalid_api_key", Read(ApiVersion.V2, 401, $$"""{"traceId":"{{Filler}}","title":"Unauthorized","status":401}""").Error!.Code);
    }

    [Fact]
    public void BodyOfMaximumLengthIsReadToItsEnd()
    {
        const string Error = " INVALID API KEY";

        AssertBoth(400, new string('x', HttpResponse.MaxTextLength - Error.Length) + Error, CadResultKind.AccountError, "invalid_api_key");
    }

    [Fact]
    public void BodyBeyondLimitIsNeverSuccess()
    {
        AssertBoth(200, new string('x', HttpResponse.MaxTextLength + 1), CadResultKind.Retry, "unexpected_answer");
        AssertBoth(400, new string('x', HttpResponse.MaxTextLength + 1), CadResultKind.Refused, "cad_rejected");
    }

    [Theory]
    [InlineData("CALL IS ^1LOCKED", "\"CALL IS LOCKED\"")]
    [InlineData("{\"detail\":\"CALL IS LOCKED\"}", "\"CALL IS LOCKED\"")]
    [InlineData("{\"message\":\"CALL IS LOCKED\"}", "\"CALL IS LOCKED\"")]
    [InlineData("{\"errors\":{\"callId\":[\"LOCKED\"]}}", "LOCKED")]
    public void RefusalQuotesCadMessage(string text, string words)
    {
        AssertBoth(400, text, CadResultKind.Refused, "cad_rejected");
        Assert.Contains(words, Read(ApiVersion.V1, 400, text).Error!.Message.InEnglish());
        Assert.Contains(words, Read(ApiVersion.V2, 400, text).Error!.Message.InEnglish());
    }

    [Theory]
    [InlineData("VERSION {0} REQUIRED")]
    [InlineData("CALL {0} IS LOCKED")]
    public void ApiKeyInTextIsRedacted(string text)
    {
        _secrets.Add("a1b2-S3CR3T");

        var message = Read(ApiVersion.V1, 400, string.Format(null, text, "a1b2-s3cr3t")).Error!.Message.InEnglish();

        Assert.Contains("[secret]", message);
        Assert.DoesNotContain("s3cr3t", message, StringComparison.OrdinalIgnoreCase);
    }

    private void AssertBoth(int status, string text, CadResultKind kind, string? code)
    {
        foreach (var apiVersion in new[] { ApiVersion.V1, ApiVersion.V2 })
        {
            var result = Read(apiVersion, status, text);
            Assert.Equal((apiVersion, kind, code), (apiVersion, result.Kind, result.Error?.Code));
        }
    }

    private CadResult Read(ApiVersion apiVersion, int status, string text) => new CadResponseReader(apiVersion, _secrets).Read(
        status < 400 ? HttpResponse.From(status, text, null) : HttpResponse.From(status, null, $"HTTP {status}: {text}"));
}
