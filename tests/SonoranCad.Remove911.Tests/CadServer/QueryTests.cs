using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>The lists of open calls, and the community's plan.</summary>
public sealed class QueryTests : CadTestBase
{
    [Fact]
    public async Task V1ListUsesCamelCase()
    {
        Community.Servers = [1, 2];
        Cad.Open(Community, 302, 2, "John", "Vinewood Blvd", "Fire").MetaData = new Dictionary<string, string> { ["plate"] = "X1" };

        using var answer = await PostAsync("/emergency/get_calls", Body("""[{"serverId": 2}]""", "GET_CALLS"));

        var expected = """
            {"activeCalls":[],"emergencyCalls":[{"callId":302,"isEmergency":true,"caller":"John",
            "location":"Vinewood Blvd","description":"Fire","metaData":{"plate":"X1"}}],"closedCalls":[]}
            """;
        await AssertResponseAsync(200, expected.ReplaceLineEndings(string.Empty), answer);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task V2ListIncludesUpdateTimes()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/v2/emergency/servers/1/calls?closedLimit=5&closedOffset=0");

        var lists = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(["ActiveCalls", "EmergencyCalls", "ClosedCalls"], lists.Select(list => list.Key));
        Assert.Equal([1, 2], lists["EmergencyCalls"]!.AsArray().Select(call => (int)call!["callId"]!));
        var updated = (string)lists["EmergencyCalls"]![0]!["updated"]!;
        Assert.True(DateTimeOffset.TryParseExact(
            updated, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), updated);
    }

    [Fact]
    public async Task CallUpdateTimeIsUtcAndCanChange()
    {
        var metaData = new Dictionary<string, string> { ["plate"] = "X1" };
        var call = Cad.Open(Community, 302, updated: new DateTimeOffset(2026, 4, 8, 23, 31, 0, TimeSpan.FromHours(2)), metaData: metaData);
        using var before = await SendAsync(HttpMethod.Get, "/v2/emergency/servers/1/calls");
        call.Updated = new DateTimeOffset(2026, 4, 9, 0, 0, 7, TimeSpan.Zero);
        using var after = await SendAsync(HttpMethod.Get, "/v2/emergency/servers/1/calls");

        var expected = """
            {"callId":302,"isEmergency":true,"caller":"Jane Doe","location":"Innocence Blvd","description":"Shots fired",
            "metaData":{"plate":"X1"},"updated":"2026-04-08T21:31:00Z"}
            """;
        Assert.Contains(expected.ReplaceLineEndings(string.Empty), await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"updated\":\"2026-04-09T00:00:07Z\"", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V1VersionStartsWithPlanNumber()
    {
        Community.VersionNumber = 1;

        using var answer = await PostAsync("/general/get_version", Body("[]", "GET_VERSION"));

        await AssertResponseAsync(200, "1 PLUS", answer);
    }

    [Fact]
    public async Task V2VersionIsObject()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/v2/general/version");

        await AssertResponseAsync(200, """{"version":2,"name":"PLUS"}""", answer);
    }
}
