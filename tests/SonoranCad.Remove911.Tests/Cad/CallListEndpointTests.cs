using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cad;

public sealed class CallListEndpointTests
{
    private static readonly CadAccount Account = new("https://api.sonorancad.com", "my-community", "my-key", null);

    [Theory]
    [InlineData(ApiMode.V1, new[] { ApiVersion.V1 })]
    [InlineData(ApiMode.V2, new[] { ApiVersion.V2 })]
    [InlineData(ApiMode.Auto, new[] { ApiVersion.V1, ApiVersion.V2 })]
    internal void ListsFollowTheSettingApi(ApiMode mode, ApiVersion[] expected) => Assert.Equal(expected, CreateAll(mode).Select(list => list.ApiVersion));

    [Theory]
    [InlineData(null, 1)]
    [InlineData(3, 3)]
    public void V1RequestAlwaysNamesAServer(int? serverId, int inBody)
    {
        var request = CreateAll(ApiMode.V1)[0].CreateRequest(Account with { ServerId = serverId });

        Assert.Equal(("POST", "https://api.sonorancad.com/emergency/get_calls"), (request.Method, request.Url));
        Assert.Equal($$"""{"id":"my-community","key":"my-key","type":"GET_CALLS","data":[{"serverId":{{inBody}}}]}""", request.Body);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(3, 3)]
    public void V2RequestAsksForOpen911CallsOfTheServer(int? serverId, int inPath)
    {
        var request = CreateAll(ApiMode.V2)[0].CreateRequest(Account with { ServerId = serverId });

        Assert.Equal(("GET", $"https://api.sonorancad.com/v2/emergency/servers/{inPath}/calls?type=1&closedLimit=0"), (request.Method, request.Url));
        Assert.Equal(("Bearer my-key", "sonorancad-remove911/1.2.3"), (request.Headers["Authorization"], request.Headers["User-Agent"]));
    }

    [Theory]
    [InlineData(404, "{\"title\":\"Not Found\",\"status\":404}", CadResultKind.Failed, "server_unknown")]
    [InlineData(400, "CALL NOT FOUND", CadResultKind.Failed, "server_unknown")]
    [InlineData(404, "", CadResultKind.NoEndpoint, "endpoint_not_found")]
    [InlineData(400, "INVALID API KEY", CadResultKind.AccountError, "invalid_api_key")]
    internal void WhatAListDoesNotFindIsTheServer(int status, string text, CadResultKind kind, string code)
    {
        var result = CreateAll(ApiMode.V2)[0].Read(HttpResponse.From(status, null, $"HTTP {status}: {text}"));

        Assert.Equal((kind, code), (result.Kind, result.Error?.Code));
    }

    private static IReadOnlyList<CallListEndpoint> CreateAll(ApiMode mode) => CallListEndpoint.CreateAll(mode, "1.2.3", new SecretRedactor());
}
