using System;
using System.Collections.Generic;
using System.Threading;
using FxServer;
using Playground.Scene;
using Xunit;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.Playground.Live;

public sealed class LiveTransportTests : IDisposable
{
    private readonly StandInCad _cad = StandInCad.Start();

    [Theory]
    [InlineData("POST", "/emergency", false)]
    [InlineData("POST", "/emergency/remove_911", false)]
    [InlineData("DELETE", "/v2/emergency/servers/1/calls/911/7", false)]
    [InlineData("POST", "/emergency/get_calls", true)]
    [InlineData("POST", "/general/get_version", true)]
    [InlineData("GET", "/v2/general/version", true)]
    public void RemovalIsSentOnlyAfterSomebodyHasAgreed(string method, string path, bool isSentBefore)
    {
        var mayRemove = false;

        Send(() => mayRemove, method, new Uri(_cad.Url, path));
        Assert.Equal(isSentBefore ? 1 : 0, _cad.Requests.Count);

        mayRemove = true;
        Send(() => mayRemove, method, new Uri(_cad.Url, path));
        Assert.Equal(isSentBefore ? 2 : 1, _cad.Requests.Count);
    }

    [Fact]
    public void RequestToAnotherMachineThanTheCadIsNotSent()
    {
        var blocked = Send(() => true, "POST", new Uri("https://discord.example/api/webhooks/1/token"));

        Assert.Equal(["discord.example"], blocked);
    }

    public void Dispose() => _cad.Dispose();

    private List<string> Send(Func<bool> mayRemove, string method, Uri url)
    {
        var blocked = new List<string>();
        var transport = new LiveTransport(_cad.Url, mayRemove, blocked.Add);
        using var ended = new ManualResetEventSlim();
        transport.Send(new FxHttpRequest(0, url.ToString(), method, string.Empty, new Dictionary<string, string>(), follows: false), TimeSpan.FromSeconds(5), keepAlive: false, _ => ended.Set());
        Assert.True(ended.Wait(TimeSpan.FromSeconds(30)));
        return blocked;
    }
}
