using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class V2RemovalTests : CadTestBase
{
    [Fact]
    public async Task RequestClearsItsCall()
    {
        using var answer = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/2");

        await AssertResponseAsync(200, """{"callId":2,"serverId":1}""", answer);
        Assert.Equal(1, Assert.Single(Cad.OpenCalls(Community)).CallId);
    }

    [Theory]
    [InlineData(null, "An API key is required.")]
    [InlineData("wrong", "The API key is not valid.")]
    public async Task MissingOrWrongKeyIsRejected(string? key, string detail)
    {
        using var answer = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/2", key);

        await AssertProblemAsync(401, "Unauthorized", detail, answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Fact]
    public async Task CommunityWithDisabledApiIsRejected()
    {
        Community.ApiEnabled = false;

        using var answer = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/2");

        await AssertProblemAsync(401, "Unauthorized", "The API is not enabled for this community.", answer);
    }

    [Theory]
    [InlineData("9/calls/911/2", "Server 9 is not configured for this community.")]
    [InlineData("1/calls/911/77", "Call 77 was not found.")]
    public async Task UnknownServerAndUnknownCallAreDistinguished(string path, string detail)
    {
        using var answer = await SendAsync(HttpMethod.Delete, $"/v2/emergency/servers/{path}");

        await AssertProblemAsync(404, "Not Found", detail, answer);
    }

    [Fact]
    public async Task ClearedCallIsNotFoundAndRequestIsCounted()
    {
        using var first = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/2");
        using var again = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/2");

        await AssertProblemAsync(404, "Not Found", "Call 2 was not found.", again);
        Assert.Equal(2, Assert.Single(Cad.ClearedCalls(Community)).RequestCount);
    }

    private static async Task AssertProblemAsync(int status, string title, string detail, HttpResponseMessage answer)
    {
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((title, status, detail), ((string)problem["title"]!, (int)problem["status"]!, (string)problem["detail"]!));
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-00$", (string)problem["traceId"]!);
    }
}
