using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class V1CheckTests : CadTest
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
    public async Task ABodyThatIsNoEnvelopeIsRefused(string body, string text)
    {
        using var answer = await PostAsync("/emergency", body);

        await AssertAnswerAsync(400, text, answer);
    }

    [Fact]
    public async Task ABodyOfAnotherMediaTypeIsRefused()
    {
        using var answer = await PostAsync("/emergency", Body(OneCall), "text/plain");

        await AssertAnswerAsync(415, "UNSUPPORTED MEDIA TYPE", answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Theory]
    [InlineData("/emergency")]
    [InlineData("/emergency/remove_911")]
    [InlineData("/emergency/get_calls")]
    [InlineData("/general/get_version")]
    public async Task TheTypeIsCheckedFirst(string path)
    {
        using var answer = await PostAsync(path, Body(OneCall, type: "REMOVE_CALL", id: "nobody"));

        await AssertAnswerAsync(400, "INVALID REQUEST TYPE", answer);
    }

    [Fact]
    public async Task TheCommunityIsCheckedSecond()
    {
        using var answer = await PostAsync("/emergency", Body(OneCall, id: "nobody", key: "wrong"));

        await AssertAnswerAsync(400, "INVALID COMMUNITY ID", answer);
    }

    [Fact]
    public async Task WhetherTheApiIsEnabledIsCheckedThird()
    {
        Community.ApiEnabled = false;

        using var answer = await PostAsync("/emergency", Body(OneCall, key: "wrong"));

        await AssertAnswerAsync(400, "API IS NOT ENABLED FOR THIS COMMUNITY", answer);
    }

    [Fact]
    public async Task TheKeyIsCheckedFourthAndTheItemsLast()
    {
        using var answer = await PostAsync("/emergency", Body("[{}]", key: "wrong"));

        await AssertAnswerAsync(400, "INVALID API KEY", answer);
    }
}
