using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>Calls that a dispatcher removes on the CAD's web page.</summary>
public sealed class WebPageRemovalTests : CadTestBase
{
    [Fact]
    public async Task RemovedCallIsClosedButNotCleared()
    {
        var call = Cad.Remove(Community, 1);
        using var list = await PostAsync("/emergency/get_calls", Body("""[{"serverId": 1}]""", "GET_CALLS"));

        Assert.DoesNotContain("\"callId\":1,", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (call.CallId, call.RequestCount));
        Assert.Equal([2], Cad.OpenCalls(Community).Select(open => open.CallId));
        Assert.Empty(Cad.ClearedCalls(Community));
    }

    [Fact]
    public async Task LaterRemovalRequestsAreCounted()
    {
        var call = Cad.Remove(Community, 1);

        using var v1 = await RemoveAsync();
        using var v2 = await SendAsync(HttpMethod.Delete, "/v2/emergency/servers/1/calls/911/1");

        Assert.Equal((200, 404, 2), ((int)v1.StatusCode, (int)v2.StatusCode, call.RequestCount));
        Assert.Empty(Cad.ClearedCalls(Community));
    }

    [Fact]
    public void OnlyOpenCallCanBeRemoved()
    {
        Cad.Remove(Community, 1);

        Assert.Throws<ArgumentException>(() => Cad.Remove(Community, 1));
        Assert.Throws<ArgumentException>(() => Cad.Remove(Community, 2, serverId: 2));
        Assert.Equal(1, Cad.Open(Community, 1).CallId);
    }
}
