using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class V1RemovalTests : CadTestBase
{
    [Theory]
    [InlineData("/emergency")]
    [InlineData("/emergency/remove_911")]
    public async Task RequestClearsItsCalls(string path)
    {
        using var answer = await PostAsync(path, Body("""[{"callId": 1}, {"callId": 2, "serverId": 1}]"""));

        await AssertResponseAsync(200, "API ID(s) set!", answer);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(Cad.OpenCalls(Community));
        Assert.Equal([1, 2], Cad.ClearedCalls(Community).Select(call => call.CallId));
    }

    [Fact]
    public async Task RepeatedRequestIsCountedAndClearsOnce()
    {
        using var first = await RemoveAsync();
        using var again = await RemoveAsync();

        await AssertResponseAsync(200, "API ID(s) set!", again);
        Assert.Equal(2, Assert.Single(Cad.ClearedCalls(Community)).RequestCount);
    }

    [Fact]
    public async Task ReopenedIdIsNewCall()
    {
        using var first = await RemoveAsync();
        var reopened = Cad.Open(Community, 1);
        using var again = await RemoveAsync();

        Assert.Equal(1, reopened.RequestCount);
        Assert.Equal([1, 1], Cad.ClearedCalls(Community).Select(call => call.RequestCount));
    }

    [Fact]
    public async Task UnknownCallCountsAsSuccess()
    {
        using var answer = await RemoveAsync("""[{"callId": 77}, {"callId": 1}]""");

        await AssertResponseAsync(200, "API ID(s) set!", answer);
        Assert.Equal(2, Assert.Single(Cad.OpenCalls(Community)).CallId);
    }

    [Fact]
    public async Task UnknownCallRejectsWholeBatchIfConfigured()
    {
        Cad.UnknownCallIs400 = true;

        using var answer = await RemoveAsync("""[{"callId": 1}, {"callId": 77}]""");

        await AssertResponseAsync(400, "CALL NOT FOUND", answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Theory]
    [InlineData("""[{}]""", "INVALID CALL ID")]
    [InlineData("""[1]""", "INVALID CALL ID")]
    [InlineData("""[{"callId": "1"}]""", "INVALID CALL ID")]
    [InlineData("""[{"callId": 1.5}]""", "INVALID CALL ID")]
    [InlineData("""[{"callId": 1}, {"callId": null}]""", "INVALID CALL ID")]
    [InlineData("""[{"callId": 1, "serverId": "1"}]""", "INVALID SERVER ID")]
    [InlineData("""[{"callId": 1, "serverId": 9}]""", "INVALID SERVER ID")]
    public async Task InvalidItemRejectsWholeBatch(string data, string text)
    {
        using var answer = await RemoveAsync(data);

        await AssertResponseAsync(400, text, answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Fact]
    public async Task CommunityWithTwoServersRequiresServerId()
    {
        Community.Servers = [1, 2];
        Cad.Open(Community, 1, serverId: 2);

        using var unnamed = await RemoveAsync();
        using var named = await RemoveAsync("""[{"callId": 1, "serverId": 2}]""");

        await AssertResponseAsync(400, "SERVER ID IS REQUIRED", unnamed);
        await AssertResponseAsync(200, "API ID(s) set!", named);
        Assert.Equal((2, 1), Assert.Single(Cad.ClearedCalls(Community)) is var call ? (call.ServerId, call.CallId) : default);
    }
}
