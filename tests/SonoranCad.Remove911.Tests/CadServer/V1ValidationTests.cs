using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class V1ValidationTests : CadTestBase
{
    private const string OneCall = """[{"callId": 1}]""";

    [Theory]
    [InlineData("", "INVALID JSON")]
    [InlineData("{", "INVALID JSON")]
    [InlineData("[]", "INVALID REQUEST BODY")]
    [InlineData("""{"key": "k", "type": "REMOVE_911", "data": []}""", "INVALID REQUEST BODY")]
    [InlineData("""{"id": "i", "key": 1, "type": "REMOVE_911", "data": []}""", "INVALID REQUEST BODY")]
    [InlineData("""{"id": "i", "key": "k", "type": null, "data": []}""", "INVALID REQUEST BODY")]
    [InlineData("""{"id": "i", "key": "k", "type": "REMOVE_911", "data": {}}""", "INVALID REQUEST BODY")]
    public async Task InvalidEnvelopeIsRejected(string body, string text)
    {
        using var answer = await PostAsync("/emergency", body);

        await AssertResponseAsync(400, text, answer);
    }

    [Fact]
    public async Task WrongMediaTypeIsRejected()
    {
        using var answer = await PostAsync("/emergency", Body(OneCall), "text/plain");

        await AssertResponseAsync(415, "UNSUPPORTED MEDIA TYPE", answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Theory]
    [InlineData("/emergency")]
    [InlineData("/emergency/remove_911")]
    [InlineData("/emergency/get_calls")]
    [InlineData("/general/get_version")]
    public async Task TypeIsCheckedFirst(string path)
    {
        using var answer = await PostAsync(path, Body(OneCall, type: "REMOVE_CALL", id: "nobody"));

        await AssertResponseAsync(400, "INVALID REQUEST TYPE", answer);
    }

    [Fact]
    public async Task CommunityIsCheckedSecond()
    {
        using var answer = await PostAsync("/emergency", Body(OneCall, id: "nobody", key: "wrong"));

        await AssertResponseAsync(400, "INVALID COMMUNITY ID", answer);
    }

    [Fact]
    public async Task ApiEnabledIsCheckedThird()
    {
        Community.ApiEnabled = false;

        using var answer = await PostAsync("/emergency", Body(OneCall, key: "wrong"));

        await AssertResponseAsync(400, "API IS NOT ENABLED FOR THIS COMMUNITY", answer);
    }

    [Fact]
    public async Task KeyIsCheckedBeforeItems()
    {
        using var answer = await PostAsync("/emergency", Body("[{}]", key: "wrong"));

        await AssertResponseAsync(400, "INVALID API KEY", answer);
    }
}
