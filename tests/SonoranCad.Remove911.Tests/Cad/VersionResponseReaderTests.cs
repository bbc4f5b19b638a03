using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class VersionResponseReaderTests
{
    private readonly SecretRedactor _secrets = new();

    [Theory]
    [InlineData(200, "2", nameof(VersionResultKind.Accepted), "2")]
    [InlineData(200, "2 PLUS", nameof(VersionResultKind.Accepted), "2")]
    [InlineData(200, "\"3\"", nameof(VersionResultKind.Accepted), "3")]
    [InlineData(200, "9 what comes next is not known", nameof(VersionResultKind.Accepted), "9")]
    [InlineData(200, "1", nameof(VersionResultKind.NotInPlan), "1")]
    [InlineData(200, "0 FREE", nameof(VersionResultKind.NotInPlan), "0")]
    [InlineData(200, "", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "PLUS", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "\u0662", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "<html>Just a moment</html>", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(200, "INVALID API KEY", nameof(VersionResultKind.InvalidKey), "")]
    [InlineData(302, "", nameof(VersionResultKind.Redirected), "")]
    [InlineData(400, "INVALID COMMUNITY ID", nameof(VersionResultKind.UnknownCommunity), "")]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", nameof(VersionResultKind.NotEnabled), "")]
    [InlineData(400, "INVALID API KEY", nameof(VersionResultKind.InvalidKey), "")]
    [InlineData(400, "INVALID REQUEST TYPE", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(400, "TODAY IS CLOSED", nameof(VersionResultKind.Rejected), "")]
    [InlineData(400, "VERSION PLUS REQUIRED", nameof(VersionResultKind.NotEnabled), "")]
    [InlineData(401, "{\"title\":\"Unauthorized\"}", nameof(VersionResultKind.InvalidKey), "")]
    [InlineData(401, "", nameof(VersionResultKind.Intercepted), "")]
    [InlineData(403, "error code: 1020", nameof(VersionResultKind.Intercepted), "")]
    [InlineData(404, "", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(410, "", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(429, "", nameof(VersionResultKind.TemporaryError), "")]
    [InlineData(500, "", nameof(VersionResultKind.TemporaryError), "")]
    [InlineData(503, "<html>", nameof(VersionResultKind.TemporaryError), "")]
    [InlineData(0, "Could not resolve host", nameof(VersionResultKind.Unreachable), "")]
    [InlineData(999, "", nameof(VersionResultKind.Unreadable), "")]
    public void V1ResponseMapsToKindAndPlan(int status, string text, string kind, string plan) => AssertReads(ApiVersion.V1, status, text, kind, plan);

    [Theory]
    [InlineData(200, "{\"version\": 2, \"name\": \"PLUS\"}", nameof(VersionResultKind.Accepted), "PLUS")]
    [InlineData(200, "{\"Version\": 1, \"Name\": \"FREE\"}", nameof(VersionResultKind.Accepted), "FREE")]
    [InlineData(200, "\uFEFF\r\n {\"version\": 2, \"name\": \"PLUS\"}", nameof(VersionResultKind.Accepted), "PLUS")]
    [InlineData(200, "\n\uFEFF{\"version\": 2, \"name\": \"PLUS\"}\n", nameof(VersionResultKind.Accepted), "PLUS")]
    [InlineData(200, "{\"status\": \"401\", \"title\": \"Unauthorized\"}", nameof(VersionResultKind.InvalidKey), "")]
    [InlineData(403, "<html>Attention Required!</html>", nameof(VersionResultKind.Intercepted), "")]
    [InlineData(200, "{\"version\": 3}", nameof(VersionResultKind.Accepted), "3")]
    [InlineData(200, "{\"version\": [], \"name\": {}}", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "{\"version\": 2, \"na", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "{}", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(204, "", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(200, "<html>", nameof(VersionResultKind.Unreadable), "")]
    [InlineData(401, "{\"title\": \"Unauthorized\", \"status\": 401}", nameof(VersionResultKind.InvalidKey), "")]
    [InlineData(403, "{\"title\": \"Forbidden\", \"status\": 403}", nameof(VersionResultKind.Forbidden), "")]
    [InlineData(404, "{\"detail\": \"Server 1 is not configured for this community.\"}", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(404, "{\"title\": \"Not Found\"}", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(404, "", nameof(VersionResultKind.NoEndpoint), "")]
    [InlineData(418, "{\"detail\": \"no tea\"}", nameof(VersionResultKind.Rejected), "")]
    [InlineData(429, "{}", nameof(VersionResultKind.TemporaryError), "")]
    [InlineData(502, "", nameof(VersionResultKind.TemporaryError), "")]
    public void V2ResponseMapsToKindAndPlan(int status, string text, string kind, string plan) => AssertReads(ApiVersion.V2, status, text, kind, plan);

    [Fact]
    public void LostResponseAndUnsentRequestAreDistinguished()
    {
        var reader = new VersionResponseReader(_secrets);

        Assert.Equal(VersionResultKind.Unreachable, reader.Read(ApiVersion.V1, HttpResponse.TimedOut).Kind);
        Assert.Equal(VersionResultKind.NotSent, reader.Read(ApiVersion.V2, HttpResponse.NotSent).Kind);
    }

    [Fact]
    public void CadTextIsSanitizedAndRedacted()
    {
        _secrets.Add("THE-KEY");

        var rejected = new VersionResponseReader(_secrets).Read(ApiVersion.V1, HttpResponse.From(400, null, "HTTP 400: ^1no the-key\r\nhere"));
        var accepted = new VersionResponseReader(_secrets).Read(ApiVersion.V2, HttpResponse.From(200, "{\"name\": \"^3PLUS THE-KEY\"}", null));

        Assert.Equal("no [secret] here", rejected.CadMessage);
        Assert.Equal("PLUS [secret]", accepted.Plan);
    }

    private void AssertReads(ApiVersion generation, int status, string text, string kind, string plan)
    {
        var answer = status is > 0 and < 400 ? HttpResponse.From(status, text, null) : HttpResponse.From(status, null, $"HTTP {status}: {text}");
        var result = new VersionResponseReader(_secrets).Read(generation, answer);

        Assert.Equal(kind, result.Kind.ToString());
        Assert.Equal(plan, result.Plan);
        Assert.Equal(status, result.Status);
        Assert.Equal(generation, result.ApiVersion);
    }
}
