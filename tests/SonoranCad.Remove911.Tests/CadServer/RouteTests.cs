using System;
using System.Net.Http;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class RouteTests : CadTestBase
{
    private const string Reached = "Sonoran CAD: Backend Service Reached";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/emergency")]
    [InlineData("POST", "/emergency/")]
    [InlineData("POST", "/Emergency")]
    [InlineData("DELETE", "/v2/emergency/servers/1/calls/911/one")]
    [InlineData("POST", "/v2/emergency/servers/1/calls/911/1")]
    public async Task UnknownUrlReturnsBackendServiceReached(string method, string path)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);

        await AssertResponseAsync(200, Reached, answer);
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Fact]
    public async Task EachRouteCanBeDisabled()
    {
        Cad.UntypedEmergencyRoute = Cad.TypedEmergencyRoute = Cad.V1QueryRoutes = Cad.V2Routes = false;

        using var old = await RemoveAsync();
        using var typed = await PostAsync("/emergency/remove_911", Body("""[{"callId": 1}]"""));
        using var calls = await PostAsync("/emergency/get_calls", Body("""[{"serverId": 1}]""", "GET_CALLS"));
        using var version = await PostAsync("/general/get_version", Body("[]", "GET_VERSION"));
        using var v2 = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/1");

        foreach (var answer in new[] { old, typed, calls, version, v2 })
        {
            await AssertResponseAsync(200, Reached, answer);
        }

        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    [Fact]
    public async Task DisabledRouteLeavesOthersEnabled()
    {
        Cad.UntypedEmergencyRoute = false;

        using var typed = await PostAsync("/emergency/remove_911", Body("""[{"callId": 1}]"""));

        await AssertResponseAsync(200, "API ID(s) set!", typed);
    }

    [Fact]
    public async Task ResponseOfDisabledRouteCanBeSet()
    {
        Cad.UntypedEmergencyRoute = false;
        Cad.RetiredRouteResponse = CadFault.Status(410, "Gone");

        using var answer = await RemoveAsync();

        await AssertResponseAsync(410, "Gone", answer);
    }

    [Fact]
    public void DisabledRouteMustHaveResponse()
    {
        Assert.Throws<ArgumentException>(() => Cad.RetiredRouteResponse = CadFault.Drop());
    }
}
