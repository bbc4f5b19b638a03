using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class VersionResponseReaderTests
{
    private readonly SecretRedactor _secrets = new();

    [Theory]
    [InlineData(200, "2", "Accepted", "2")]
    [InlineData(200, "2 PLUS", "Accepted", "2")]
    [InlineData(200, "\"3\"", "Accepted", "3")]
    [InlineData(200, "9 what comes next is not known", "Accepted", "9")]
    [InlineData(200, "1", "NotInPlan", "1")]
    [InlineData(200, "0 FREE", "NotInPlan", "0")]
    [InlineData(200, "", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "PLUS", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "\u0662", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "<html>Just a moment</html>", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(200, "INVALID API KEY", nameof(RemovalErrorKind.InvalidApiKey), "")]
    [InlineData(302, "", nameof(RemovalErrorKind.Redirected), "")]
    [InlineData(400, "INVALID COMMUNITY ID", nameof(RemovalErrorKind.InvalidCommunity), "")]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", nameof(RemovalErrorKind.ApiNotEnabled), "")]
    [InlineData(400, "INVALID API KEY", nameof(RemovalErrorKind.InvalidApiKey), "")]
    [InlineData(400, "INVALID REQUEST TYPE", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(400, "TODAY IS CLOSED", nameof(RemovalErrorKind.Rejected), "")]
    [InlineData(400, "VERSION PLUS REQUIRED", nameof(RemovalErrorKind.ApiNotEnabled), "")]
    [InlineData(401, "{\"title\":\"Unauthorized\"}", nameof(RemovalErrorKind.Unauthorized), "")]
    [InlineData(401, "", nameof(RemovalErrorKind.Intercepted), "")]
    [InlineData(403, "error code: 1020", nameof(RemovalErrorKind.Intercepted), "")]
    [InlineData(404, "", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(410, "", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(429, "", nameof(RemovalErrorKind.RateLimited), "")]
    [InlineData(500, "", nameof(RemovalErrorKind.ServerError), "")]
    [InlineData(502, "<html>", nameof(RemovalErrorKind.ServerError), "")]
    [InlineData(503, "<html>", nameof(RemovalErrorKind.Intercepted), "")]
    [InlineData(0, "Could not resolve host", nameof(RemovalErrorKind.NoConnection), "")]
    [InlineData(999, "", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    public void V1ResponseMapsToKindAndPlan(int status, string text, string kind, string plan) => AssertReads(ApiVersion.V1, status, text, kind, plan);

    [Theory]
    [InlineData(200, "{\"version\": 2, \"name\": \"PLUS\"}", "Accepted", "PLUS")]
    [InlineData(200, "{\"Version\": 1, \"Name\": \"FREE\"}", "Accepted", "FREE")]
    [InlineData(200, "\uFEFF\r\n {\"version\": 2, \"name\": \"PLUS\"}", "Accepted", "PLUS")]
    [InlineData(200, "\n\uFEFF{\"version\": 2, \"name\": \"PLUS\"}\n", "Accepted", "PLUS")]
    [InlineData(200, "{\"status\": \"401\", \"title\": \"Unauthorized\"}", nameof(RemovalErrorKind.InvalidApiKey), "")]
    [InlineData(403, "<html>Attention Required!</html>", nameof(RemovalErrorKind.Intercepted), "")]
    [InlineData(200, "{\"version\": 3}", "Accepted", "3")]
    [InlineData(200, "{\"version\": [], \"name\": {}}", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "{\"version\": 2, \"na", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "{}", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(204, "", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(200, "<html>", nameof(RemovalErrorKind.UnexpectedResponse), "")]
    [InlineData(401, "{\"title\": \"Unauthorized\", \"status\": 401}", nameof(RemovalErrorKind.InvalidApiKey), "")]
    [InlineData(403, "{\"title\": \"Forbidden\", \"status\": 403}", nameof(RemovalErrorKind.Forbidden), "")]
    [InlineData(404, "{\"detail\": \"Server 1 is not configured for this community.\"}", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(404, "{\"title\": \"Not Found\"}", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(404, "", nameof(RemovalErrorKind.EndpointNotFound), "")]
    [InlineData(418, "{\"detail\": \"no tea\"}", nameof(RemovalErrorKind.Rejected), "")]
    [InlineData(429, "{}", nameof(RemovalErrorKind.RateLimited), "")]
    [InlineData(502, "", nameof(RemovalErrorKind.ServerError), "")]
    public void V2ResponseMapsToKindAndPlan(int status, string text, string kind, string plan) => AssertReads(ApiVersion.V2, status, text, kind, plan);

    [Fact]
    public void LostResponseAndUnsentRequestAreDistinguished()
    {
        var reader = new VersionResponseReader(_secrets);

        Assert.Equal(RemovalErrorKind.NoResponse, reader.Read(ApiVersion.V1, HttpResponse.TimedOut).Error?.Kind);
        Assert.Equal(RemovalErrorKind.NotSent, reader.Read(ApiVersion.V2, HttpResponse.NotSent).Error?.Kind);
    }

    [Fact]
    public void CadTextIsSanitizedAndRedacted()
    {
        _secrets.Add("THE-KEY");

        var rejected = new VersionResponseReader(_secrets).Read(ApiVersion.V1, HttpResponse.From(400, null, "HTTP 400: ^1no the-key\r\nhere"));
        var accepted = new VersionResponseReader(_secrets).Read(ApiVersion.V2, HttpResponse.From(200, "{\"name\": \"^3PLUS THE-KEY\"}", null));

        Assert.Equal("no [secret] here", rejected.Error?.CadMessage);
        Assert.Equal("PLUS [secret]", accepted.Plan);
    }

    [Theory]
    [InlineData(400, "INVALID COMMUNITY ID", true)]
    [InlineData(400, "INVALID API KEY", true)]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", true)]
    [InlineData(401, "{\"title\":\"Unauthorized\"}", true)]
    [InlineData(403, "{\"title\":\"Forbidden\"}", true)]
    [InlineData(403, "error code: 1020", false)]
    [InlineData(400, "TODAY IS CLOSED", false)]
    [InlineData(500, "", false)]
    public void OnlyTheCadRefusesAnAccount(int status, string text, bool isRefusal) =>
        Assert.Equal(isRefusal, new VersionResponseReader(_secrets).Read(ApiVersion.V1, HttpResponse.From(status, null, $"HTTP {status}: {text}")).IsRefusal);

    [Theory]
    [InlineData(ApiVersion.V1, 200, "1", true)]
    [InlineData(ApiVersion.V1, 200, "2", false)]
    [InlineData(ApiVersion.V1, 400, "VERSION PLUS REQUIRED", true)]
    [InlineData(ApiVersion.V1, 400, "INVALID API KEY", false)]
    [InlineData(ApiVersion.V2, 400, "VERSION PLUS REQUIRED", false)]
    internal void V1IsUnavailableIfDisabledOrNotInThePlan(ApiVersion apiVersion, int status, string text, bool isUnavailable)
    {
        var response = status < 400 ? HttpResponse.From(status, text, null) : HttpResponse.From(status, null, $"HTTP {status}: {text}");

        Assert.Equal(isUnavailable, new VersionResponseReader(_secrets).Read(apiVersion, response).IsV1Unavailable);
    }

    private void AssertReads(ApiVersion generation, int status, string text, string kind, string plan)
    {
        var answer = status is > 0 and < 400 ? HttpResponse.From(status, text, null) : HttpResponse.From(status, null, $"HTTP {status}: {text}");
        var result = new VersionResponseReader(_secrets).Read(generation, answer);

        Assert.Equal(kind, result.LacksV1 ? "NotInPlan" : result.Error?.Kind.ToString() ?? "Accepted");
        Assert.Equal(plan, result.Plan);
        Assert.Equal(status, result.Status);
        Assert.Equal(generation, result.ApiVersion);
    }
}
