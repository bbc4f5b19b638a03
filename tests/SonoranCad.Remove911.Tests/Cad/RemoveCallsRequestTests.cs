using SonoranCad.Remove911.Cad;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class RemoveCallsRequestTests
{
    private readonly RemoveCallsRequest _requests = new("1.2.3");

    [Fact]
    public void TheBodyIsTheDocumentedOne() =>
        Assert.Equal(
            """{"id":"my-community","key":"my-key","type":"REMOVE_911","data":[{"callId":1}]}""",
            _requests.Create(Account(null), [1]).Body);

    [Fact]
    public void AllCallsOfOneCommandGoInOneRequest() =>
        Assert.Equal(
            """{"id":"my-community","key":"my-key","type":"REMOVE_911","data":[{"callId":101,"serverId":2},{"callId":102,"serverId":2}]}""",
            _requests.Create(Account(2), [101, 102]).Body);

    [Fact]
    public void TextsAreEscaped() =>
        Assert.Equal(
            """{"id":"a\"b","key":"c\\dé","type":"REMOVE_911","data":[{"callId":1}]}""",
            _requests.Create(new CadAccount("https://x", "a\"b", "c\\dé", null), [1]).Body);

    [Fact]
    public void ItIsAPostToTheEmergencyEndpointWithTheVersion()
    {
        var request = _requests.Create(Account(null), [1]);

        Assert.Equal("https://api.sonorancad.com/emergency", request.Url);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("sonorancad-remove911/1.2.3", request.Headers["User-Agent"]);
    }

    private static CadAccount Account(int? serverId) => new("https://api.sonorancad.com", "my-community", "my-key", serverId);
}
