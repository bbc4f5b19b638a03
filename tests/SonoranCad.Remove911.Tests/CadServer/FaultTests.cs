using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>Faults with their own response: none of them does the work.</summary>
public sealed class FaultTests : CadTestBase
{
    public static IEnumerable<object[]> Responses { get; } =
    [
        [CadFault.Status(418, "short", "text/x-tea"), 418, "text/x-tea", "short"],
        [CadFault.BadRequest("SOME TEXT"), 400, "text/plain", "SOME TEXT"],
        [CadFault.Unauthorized(), 401, "application/problem+json", "API key is missing"],
        [CadFault.Forbidden(), 403, "application/problem+json", "may not do this"],
        [CadFault.NotFound(), 404, "application/problem+json", "not found"],
        [CadFault.ServerError(), 500, "text/plain", "unavailable"],
        [CadFault.ServerError(503), 503, "text/plain", "unavailable"],
        [CadFault.BackendServiceReached(), 200, "text/plain", "Sonoran CAD: Backend Service Reached"],
        [CadFault.Html(), 200, "text/html", "<!DOCTYPE html>"],
        [CadFault.Html(502), 502, "text/html", "<!DOCTYPE html>"],
    ];

    [Theory]
    [MemberData(nameof(Responses), DisableDiscoveryEnumeration = true)]
    public async Task FaultReplacesResponse(CadFault fault, int status, string mediaType, string part)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Cad.Faults.Enqueue(fault);

        using var answer = await RemoveAsync();

        Assert.Equal((status, mediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(part, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(status, Assert.Single(Cad.Requests).ResponseStatus);
        AssertNothingWasDone();
    }

    [Fact]
    public async Task BackendServiceReachedCanOmitPrefix()
    {
        Cad.Faults.Enqueue(CadFault.BackendServiceReached(withPrefix: false));

        using var answer = await RemoveAsync();

        await AssertResponseAsync(200, "Backend Service Reached", answer);
    }

    [Fact]
    public async Task RateLimitResponseHasRetryAfter()
    {
        Cad.Faults.Enqueue(CadFault.RateLimited(), CadFault.RateLimited(TimeSpan.FromSeconds(6.5)));

        using var usual = await RemoveAsync();
        using var set = await RemoveAsync();

        var refusal = JsonNode.Parse(await usual.Content.ReadAsStringAsync())!;
        Assert.Equal(429, (int)usual.StatusCode);
        Assert.Equal("API rate limit exceeded", (string)refusal["message"]!);
        Assert.NotEmpty((string)refusal["request_id"]!);
        Assert.Equal(60, usual.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal(7, set.Headers.RetryAfter?.Delta?.TotalSeconds);
        AssertNothingWasDone();
    }

    [Fact]
    public async Task RedirectHasLocation()
    {
        Cad.Faults.Enqueue(CadFault.Redirect("https://elsewhere.example/x"));

        using var answer = await RemoveAsync();

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("https://elsewhere.example/x", answer.Headers.Location?.OriginalString);
        AssertNothingWasDone();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task EmptyResponseHasNoBody(int status)
    {
        Cad.Faults.Enqueue(CadFault.Empty(status));

        using var answer = await RemoveAsync();

        await AssertResponseAsync(status, string.Empty, answer);
        AssertNothingWasDone();
    }

    [Fact]
    public async Task GarbageIsInvalidUtf8()
    {
        Cad.Faults.Enqueue(CadFault.Garbage());

        using var answer = await RemoveAsync();

        Assert.Contains('\uFFFD', await answer.Content.ReadAsStringAsync());
        AssertNothingWasDone();
    }

    [Fact]
    public async Task DropClosesConnectionWithoutResponse()
    {
        Cad.Faults.Enqueue(CadFault.Drop());

        await Assert.ThrowsAsync<HttpRequestException>(() => RemoveAsync());

        Assert.Equal(0, Assert.Single(Cad.Requests).ResponseStatus);
        AssertNothingWasDone();
    }

    private void AssertNothingWasDone() =>
        Assert.Equal([0, 0], Cad.OpenCalls(Community).Select(call => call.RequestCount));
}
