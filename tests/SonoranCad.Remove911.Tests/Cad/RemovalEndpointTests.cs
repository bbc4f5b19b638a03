using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class RemovalEndpointTests
{
    private readonly IReadOnlyList<RemovalEndpoint> _v1 = RemovalEndpoint.CreateAll(ApiMode.V1, "1.2.3", 50, new SecretRedactor());

    [Theory]
    [InlineData(ApiMode.V1, "v1 V1 50, v1-typed V1 50")]
    [InlineData(ApiMode.V2, "v2 V2 1")]
    [InlineData(ApiMode.Auto, "v1 V1 50, v1-typed V1 50, v2 V2 1")]
    internal void EndpointsFollowTheSettingApi(ApiMode mode, string expected) => Assert.Equal(
        expected,
        string.Join(", ", RemovalEndpoint.CreateAll(mode, "1.2.3", 50, new SecretRedactor()).Select(e => $"{e.Name} {e.ApiVersion} {e.BatchSize}")));

    [Fact]
    public void V1BodyMatchesDocumentation() =>
        Assert.Equal(
            """{"id":"my-community","key":"my-key","type":"REMOVE_911","data":[{"callId":1}]}""",
            _v1[0].CreateRequest(Account(null), [1]).Body);

    [Fact]
    public void V1SendsWholeBatchInOneRequest() =>
        Assert.Equal(
            """{"id":"my-community","key":"my-key","type":"REMOVE_911","data":[{"callId":101,"serverId":2},{"callId":102,"serverId":2}]}""",
            _v1[0].CreateRequest(Account(2), [101, 102]).Body);

    [Fact]
    public void V1BodyEscapesJsonText() =>
        Assert.Equal(
            """{"id":"a\"b","key":"c\\dé","type":"REMOVE_911","data":[{"callId":1}]}""",
            _v1[0].CreateRequest(new CadAccount("https://x", "a\"b", "c\\dé", null), [1]).Body);

    [Fact]
    public void V1SendsPostWithVersionedUserAgent()
    {
        var request = _v1[0].CreateRequest(Account(null), [1]);

        Assert.Equal("https://api.sonorancad.com/emergency", request.Url);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("sonorancad-remove911/1.2.3", request.Headers["User-Agent"]);
        Assert.EndsWith("/emergency/remove_911", _v1[1].CreateRequest(Account(null), [1]).Url);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(3, 3)]
    public void V2SendsDeleteForOneCallWithKeyInHeader(int? serverId, int inPath)
    {
        var request = RemovalEndpoint.CreateAll(ApiMode.V2, "1.2.3", 50, new SecretRedactor())[0].CreateRequest(Account(serverId), [302]);

        Assert.Equal($"https://api.sonorancad.com/v2/emergency/servers/{inPath}/calls/911/302", request.Url);
        Assert.Equal("DELETE", request.Method);
        Assert.Equal("Bearer my-key", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Empty(request.Body);
    }

    private static CadAccount Account(int? serverId) => new("https://api.sonorancad.com", "my-community", "my-key", serverId);
}
