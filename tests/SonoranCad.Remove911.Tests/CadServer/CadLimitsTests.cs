using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class CadLimitsTests : CadTestBase
{
    [Fact]
    public async Task V2AllowsTenRemovalsPerMinutePerKey()
    {
        var other = Cad.AddCommunity("another", "another-key");
        await TakeAsync(10, "/v2/emergency/servers/1/calls/911/77", HttpMethod.Delete, 404);
        Time.Pass(TimeSpan.FromSeconds(59.5));

        using var refused = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/1");
        using var others = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/1", other.ApiKey);
        Time.Pass(TimeSpan.FromSeconds(0.5));
        using var later = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/1");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, refused.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal(404, (int)others.StatusCode);
        Assert.Equal(200, (int)later.StatusCode);
    }

    [Fact]
    public async Task V2AllowsFiveListsPerMinute()
    {
        await TakeAsync(5, "/v2/emergency/servers/1/calls", HttpMethod.Get, 200);

        await TakeAsync(1, "/v2/emergency/servers/1/calls", HttpMethod.Get, 429);
    }

    [Fact]
    public async Task V1IsLimitedOnlyIfConfigured()
    {
        using var free = await RemoveAsync();
        Cad.Limits.V1 = 1;
        using var taken = await RemoveAsync();
        using var refused = await RemoveAsync();

        Assert.Equal((200, 200), ((int)free.StatusCode, (int)taken.StatusCode));
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Contains("API rate limit exceeded", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(60, refused.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Fact]
    public async Task NothingIsRejectedWhileLimitsAreNotEnforced()
    {
        Cad.Limits.Enforced = false;

        await TakeAsync(12, "/v2/emergency/servers/1/calls", HttpMethod.Get, 200);
    }

    private async Task TakeAsync(int times, string path, HttpMethod method, int status)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await SendAsync(method, path);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }
}
