using System.Net.Http;
using System.Threading.Tasks;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>Faults for a single route, in both API versions.</summary>
public sealed class RouteFaultTests : CadTestBase
{
    [Fact]
    public async Task RouteFaultLeavesOtherRoutesWorking()
    {
        Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());

        Assert.Equal((500, 500), (await V1CallsAsync(), await V2CallsAsync()));
        Assert.Equal((200, 200), (await V1RemovalAsync(), await V2RemovalAsync()));
        Assert.Equal((200, 200), (await V1VersionAsync(), await V2VersionAsync()));
        Assert.Empty(Cad.OpenCalls(Community));

        Cad.Faults.Always(CadRoute.Calls, null);
        Assert.Equal((200, 200), (await V1CallsAsync(), await V2CallsAsync()));
    }

    [Fact]
    public async Task QueuedRouteFaultWaitsForItsRoute()
    {
        Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError(), CadFault.ServerError(502));

        Assert.Equal((200, 200), (await V1CallsAsync(), await V2VersionAsync()));
        Assert.Equal(2, Cad.Faults.Pending);
        Assert.Equal((500, 502, 200), (await V1RemovalAsync(), await V2RemovalAsync(), await V1RemovalAsync()));
        Assert.Equal(0, Cad.Faults.Pending);
    }

    [Fact]
    public async Task RouteFaultTakesPrecedenceOverGeneralFault()
    {
        Cad.Faults.Enqueue(CadFault.ServerError(501));
        Cad.Faults.Enqueue(CadRoute.Version, CadFault.ServerError(502));
        Cad.Faults.Always(CadFault.ServerError(503));
        Cad.Faults.Always(CadRoute.Version, CadFault.None);

        Assert.Equal((502, 501, 200), (await V1VersionAsync(), await V1VersionAsync(), await V1VersionAsync()));
        Assert.Equal(503, await V1CallsAsync());
    }

    [Fact]
    public async Task ClearRemovesRouteFaults()
    {
        Cad.Faults.Enqueue(CadRoute.Calls, CadFault.ServerError());
        Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());

        Cad.Faults.Clear();

        Assert.Equal(200, await V1CallsAsync());
    }

    private Task<int> V1CallsAsync() => V1Async("/emergency/get_calls", Body("""[{"serverId": 1}]""", "GET_CALLS"));

    private Task<int> V2CallsAsync() => V2Async(HttpMethod.Get, "/v2/emergency/servers/1/calls");

    private Task<int> V1RemovalAsync() => V1Async("/emergency", Body("""[{"callId": 1}]"""));

    private Task<int> V2RemovalAsync() => V2Async(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/2");

    private Task<int> V1VersionAsync() => V1Async("/general/get_version", Body("[]", "GET_VERSION"));

    private Task<int> V2VersionAsync() => V2Async(HttpMethod.Get, "/v2/general/version");

    private async Task<int> V1Async(string path, string body)
    {
        using var answer = await PostAsync(path, body);
        return (int)answer.StatusCode;
    }

    private async Task<int> V2Async(HttpMethod method, string path)
    {
        using var answer = await SendAsync(method, path);
        return (int)answer.StatusCode;
    }
}
