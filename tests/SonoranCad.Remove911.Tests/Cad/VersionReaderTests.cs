using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class VersionReaderTests
{
    private readonly SecretFilter _secrets = new();

    [Theory]
    [InlineData(200, "2", nameof(VersionKind.Accepted), "2")]
    [InlineData(200, "2 PLUS", nameof(VersionKind.Accepted), "2")]
    [InlineData(200, "\"3\"", nameof(VersionKind.Accepted), "3")]
    [InlineData(200, "9 what comes next is not known", nameof(VersionKind.Accepted), "9")]
    [InlineData(200, "1", nameof(VersionKind.NotInPlan), "1")]
    [InlineData(200, "0 FREE", nameof(VersionKind.NotInPlan), "0")]
    [InlineData(200, "", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "PLUS", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "\u0662", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "<html>Just a moment</html>", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(200, "INVALID API KEY", nameof(VersionKind.KeyRefused), "")]
    [InlineData(302, "", nameof(VersionKind.Redirected), "")]
    [InlineData(400, "INVALID COMMUNITY ID", nameof(VersionKind.CommunityUnknown), "")]
    [InlineData(400, "API IS NOT ENABLED FOR THIS COMMUNITY", nameof(VersionKind.NotEnabled), "")]
    [InlineData(400, "INVALID API KEY", nameof(VersionKind.KeyRefused), "")]
    [InlineData(400, "INVALID REQUEST TYPE", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(400, "TODAY IS CLOSED", nameof(VersionKind.Rejected), "")]
    [InlineData(401, "", nameof(VersionKind.KeyRefused), "")]
    [InlineData(403, "", nameof(VersionKind.Forbidden), "")]
    [InlineData(404, "", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(410, "", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(429, "", nameof(VersionKind.Trouble), "")]
    [InlineData(500, "", nameof(VersionKind.Trouble), "")]
    [InlineData(503, "<html>", nameof(VersionKind.Trouble), "")]
    [InlineData(0, "Could not resolve host", nameof(VersionKind.Unreachable), "")]
    [InlineData(999, "", nameof(VersionKind.Unreadable), "")]
    public void AnAnswerOfV1Reads(int status, string text, string kind, string plan) => AssertReads(1, status, text, kind, plan);

    [Theory]
    [InlineData(200, "{\"version\": 2, \"name\": \"PLUS\"}", nameof(VersionKind.Accepted), "PLUS")]
    [InlineData(200, "{\"Version\": 1, \"Name\": \"FREE\"}", nameof(VersionKind.Accepted), "FREE")]
    [InlineData(200, "{\"version\": 3}", nameof(VersionKind.Accepted), "3")]
    [InlineData(200, "{\"version\": [], \"name\": {}}", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "{\"version\": 2, \"na", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "{}", nameof(VersionKind.Unreadable), "")]
    [InlineData(204, "", nameof(VersionKind.Unreadable), "")]
    [InlineData(200, "<html>", nameof(VersionKind.Unreadable), "")]
    [InlineData(401, "{\"title\": \"Unauthorized\", \"status\": 401}", nameof(VersionKind.KeyRefused), "")]
    [InlineData(403, "{\"title\": \"Forbidden\", \"status\": 403}", nameof(VersionKind.Forbidden), "")]
    [InlineData(404, "{\"detail\": \"Server 1 is not configured for this community.\"}", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(404, "{\"title\": \"Not Found\"}", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(404, "", nameof(VersionKind.NoEndpoint), "")]
    [InlineData(418, "{\"detail\": \"no tea\"}", nameof(VersionKind.Rejected), "")]
    [InlineData(429, "{}", nameof(VersionKind.Trouble), "")]
    [InlineData(502, "", nameof(VersionKind.Trouble), "")]
    public void AnAnswerOfV2Reads(int status, string text, string kind, string plan) => AssertReads(2, status, text, kind, plan);

    [Fact]
    public void ALostAnswerAndARequestThatWasNotSentAreToldApart()
    {
        var reader = new VersionReader(_secrets);

        Assert.Equal(VersionKind.Unreachable, reader.Read(1, CadAnswer.Lost).Kind);
        Assert.Equal(VersionKind.NotSent, reader.Read(2, CadAnswer.NotSent).Kind);
    }

    [Fact]
    public void TheCadsWordsAreFitToShow()
    {
        _secrets.Add("THE-KEY");

        var rejected = new VersionReader(_secrets).Read(1, CadAnswer.From(400, null, "HTTP 400: ^1no the-key\r\nhere"));
        var accepted = new VersionReader(_secrets).Read(2, CadAnswer.From(200, "{\"name\": \"^3PLUS THE-KEY\"}", null));

        Assert.Equal("no [secret] here", rejected.Words);
        Assert.Equal("PLUS [secret]", accepted.Plan);
    }

    private void AssertReads(int generation, int status, string text, string kind, string plan)
    {
        var answer = status is > 0 and < 400 ? CadAnswer.From(status, text, null) : CadAnswer.From(status, null, $"HTTP {status}: {text}");
        var verdict = new VersionReader(_secrets).Read(generation, answer);

        Assert.Equal(kind, verdict.Kind.ToString());
        Assert.Equal(plan, verdict.Plan);
        Assert.Equal(status, verdict.Status);
        Assert.Equal(generation, verdict.Generation);
    }
}
