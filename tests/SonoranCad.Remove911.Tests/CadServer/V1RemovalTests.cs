using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class V1RemovalTests : CadTest
{
    [Theory]
    [InlineData("/emergency")]
    [InlineData("/emergency/remove_911")]
    public async Task ARequestClearsItsCalls(string path)
    {
        using var answer = await PostAsync(path, Body("""[{"callId": 1}, {"callId": 2, "serverId": 1}]"""));

        await AssertAnswerAsync(200, "API ID(s) set!", answer);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(Cad.OpenCalls(Community));
        Assert.Equal([1, 2], Cad.ClearedCalls(Community).Select(call => call.CallId));
    }

    [Fact]
    public async Task ACallThatIsAskedForAgainIsClearedOnceAndCountedTwice()
    {
        using var first = await RemoveAsync();
        using var again = await RemoveAsync();

        await AssertAnswerAsync(200, "API ID(s) set!", again);
        Assert.Equal(2, Assert.Single(Cad.ClearedCalls(Community)).TimesAsked);
    }

    [Fact]
    public async Task ANumberThatIsOpenedAgainIsANewCall()
    {
        using var first = await RemoveAsync();
        var reopened = Cad.Open(Community, 1);
        using var again = await RemoveAsync();

        Assert.Equal(1, reopened.TimesAsked);
        Assert.Equal([1, 1], Cad.ClearedCalls(Community).Select(call => call.TimesAsked));
    }

    [Fact]
    public async Task AnUnknownCallCountsAsSuccess()
    {
        using var answer = await RemoveAsync("""[{"callId": 77}, {"callId": 1}]""");

        await AssertAnswerAsync(200, "API ID(s) set!", answer);
        Assert.Equal(2, Assert.Single(Cad.OpenCalls(Community)).CallId);
    }

    [Fact]
    public async Task AnUnknownCallKeepsTheWholeBatchOpenIfSoSet()
    {
        Cad.UnknownCallIs400 = true;

        using var answer = await RemoveAsync("""[{"callId": 1}, {"callId": 77}]""");

        await AssertAnswerAsync(400, "CALL NOT FOUND", answer);
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
    public async Task AnItemThatNamesNoCallIsRefusedAndNothingIsCleared(string data, string text)
    {
        using var answer = await RemoveAsync(data);

        await AssertAnswerAsync(400, text, answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Fact]
    public async Task ACommunityOfTwoServersHasToNameOne()
    {
        Community.Servers = [1, 2];
        Cad.Open(Community, 1, serverId: 2);

        using var unnamed = await RemoveAsync();
        using var named = await RemoveAsync("""[{"callId": 1, "serverId": 2}]""");

        await AssertAnswerAsync(400, "SERVER ID IS REQUIRED", unnamed);
        await AssertAnswerAsync(200, "API ID(s) set!", named);
        Assert.Equal((2, 1), Assert.Single(Cad.ClearedCalls(Community)) is var call ? (call.ServerId, call.CallId) : default);
    }
}
