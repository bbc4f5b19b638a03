using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using CadServer;
using Xunit;
using StandIn = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class LifetimeTests : CadTest
{
    [Fact]
    public void ItListensOnTheLoopbackInterfaceOnly()
    {
        Assert.Equal(("http", "127.0.0.1"), (Cad.Url.Scheme, Cad.Url.Host));
        Assert.NotEqual(0, Cad.Url.Port);
        using var elsewhere = new TcpClient();
        Assert.ThrowsAny<SocketException>(() => elsewhere.Connect(IPAddress.Parse("127.0.0.2"), Cad.Url.Port));
    }

    [Fact]
    public async Task ItsPortCanBeSetAndIsFreeAgainAfterwards()
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
    public async Task ItEndsAtOnceThoughAnswersAreStillToCome(bool asynchronously)
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
    public void ACommunityIsKnownByItsIdAndItsKeyAlone()
    {
        Assert.Throws<ArgumentException>(() => Cad.AddCommunity("the-community", "other"));
        Assert.Throws<ArgumentException>(() => Cad.AddCommunity("other", Key));
    }

    [Fact]
    public void ACallIsOpenedOnceAndOnAServerOfItsCommunity()
    {
        Assert.Throws<ArgumentException>(() => Cad.Open(Community, 1));
        Assert.Throws<ArgumentException>(() => Cad.Open(Community, 3, serverId: 2));
    }

    [Fact]
    public void AnotherStandInsCommunityIsNotKnown()
    {
        using var other = StandIn.Start();

        Assert.Throws<ArgumentException>(() => other.OpenCalls(Community));
    }

    // Apart, as the analyzers let no asynchronous method dispose synchronously.
    private void EndBlocking() => Cad.Dispose();
}
