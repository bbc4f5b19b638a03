using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using CadServer;
using Xunit;
using StandIn = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>The stand-in as a real web service, over real sockets.</summary>
public sealed class LifetimeTests : CadTestBase
{
    public LifetimeTests()
        : base(sockets: true)
    {
    }

    [Fact]
    public void ServerListensOnLoopbackOnly()
    {
        Assert.Equal(("http", "127.0.0.1"), (Cad.Url.Scheme, Cad.Url.Host));
        Assert.NotEqual(0, Cad.Url.Port);
        using var elsewhere = new TcpClient();
        Assert.ThrowsAny<SocketException>(() => elsewhere.Connect(IPAddress.Parse("127.0.0.2"), Cad.Url.Port));
    }

    [Fact]
    public async Task PortCanBeChosenAndIsReleasedOnDispose()
    {
        var port = Cad.Url.Port;
        Assert.Throws<IOException>(() => StandIn.Start(port));
        await Cad.DisposeAsync();

        await using var next = StandIn.Start(port);

        Assert.Equal(port, next.Url.Port);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DisposeDoesNotWaitForPendingResponses(bool asynchronously)
    {
        Cad.Faults.Enqueue(CadFault.Slow(TimeSpan.FromHours(1)), CadFault.SlowBody(TimeSpan.FromHours(1)));
        var slow = RemoveAsync();
        var slowBody = RemoveAsync();
        await EventuallyAsync(() => Cad.ClearedCalls(Community).Count == 1 && Cad.Requests.Count == 2);
        var watch = Stopwatch.StartNew();

        if (asynchronously)
        {
            await Cad.DisposeAsync();
        }
        else
        {
            EndBlocking();
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
        await Task.WhenAny(slow);
        await Task.WhenAny(slowBody);
        Assert.IsType<HttpRequestException>(slow.Exception?.InnerException);
        Assert.IsType<HttpRequestException>(slowBody.Exception?.InnerException);
    }

    [Fact]
    public void CommunityIdAndKeyAreUnique()
    {
        Assert.Throws<ArgumentException>(() => Cad.AddCommunity("the-community", "other"));
        Assert.Throws<ArgumentException>(() => Cad.AddCommunity("other", Key));
    }

    [Fact]
    public void OpenRejectsDuplicateCallAndUnknownServer()
    {
        Assert.Throws<ArgumentException>(() => Cad.Open(Community, 1));
        Assert.Throws<ArgumentException>(() => Cad.Open(Community, 3, serverId: 2));
    }

    [Fact]
    public void CommunityOfAnotherInstanceIsRejected()
    {
        using var other = StandIn.Start();

        Assert.Throws<ArgumentException>(() => other.OpenCalls(Community));
    }

    [Fact]
    public async Task IncompleteRequestIsRecordedWithoutResponse()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(Cad.Url.Host, Cad.Url.Port);
            const string half = "POST /emergency HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\"";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));
        }

        await EventuallyAsync(() => Cad.Requests.Count == 1 && Cad.Requests[0].ResponseStatus == 0);
        Assert.Equal("/emergency", Cad.Requests[0].Path);
    }

    [Fact]
    public async Task ConcurrentRequestsAreAllRecordedInOrderOfTheirTimes()
    {
        foreach (var callId in Enumerable.Range(100, 40))
        {
            Cad.Open(Community, callId);
        }

        var removals = Enumerable.Range(100, 40).Select(async callId =>
        {
            using var answer = await RemoveAsync($$"""[{"callId": {{callId}}}]""");
            return Cad.Requests.Count + Cad.OpenCalls(Community).Count;
        });
        await Task.WhenAll(removals);

        var times = Cad.Requests.Select(request => request.At).ToArray();
        Assert.Equal(40, times.Length);
        Assert.Equal(times.Order(), times);
        Assert.All(Cad.ClearedCalls(Community), call => Assert.Equal(1, call.RequestCount));
        Assert.Equal(2, Cad.OpenCalls(Community).Count);
    }

    // A separate method, because the analyzers forbid synchronous disposal in an asynchronous one.
    private void EndBlocking() => Cad.Dispose();
}
