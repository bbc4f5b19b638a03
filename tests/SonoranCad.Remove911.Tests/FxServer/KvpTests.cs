using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class KvpTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ValuesSurviveKillAndServerRestart()
    {
        TestScript.Start(_server, "mine", _ =>
        {
            API.SetResourceKvp("a", "1\n2");
            API.SetResourceKvpNoSync("b", "");
            API.SetResourceKvpNoSync("c", "x");
            API.DeleteResourceKvpNoSync("c");
        });

        _server.Server.KillResource("mine");
        _server.Restart();

        Assert.Equal(["a", "b"], _server.Server.Kvp.Keys("mine"));
        Assert.Equal("1\n2", _server.Server.Kvp.Get("mine", "a"));
        Assert.Equal("", _server.Server.Kvp.Get("mine", "b"));
        Assert.Null(_server.Server.Kvp.Get("other", "a"));
    }

    [Fact]
    public void PowerLossDropsUnflushedValues()
    {
        TestScript.Start(_server, "mine", _ =>
        {
            API.SetResourceKvpNoSync("a", "1");
            API.FlushResourceKvp();
            API.SetResourceKvpNoSync("a", "2");
        });
        _server.Server.Kvp.LoseUnflushedOnKill = true;

        _server.Server.KillResource("mine");

        Assert.Equal("1", _server.Server.Kvp.Get("mine", "a"));
    }

    [Fact]
    public void WritesAndSyncsAreCounted()
    {
        TestScript.Start(_server, "mine", _ =>
        {
            API.SetResourceKvpNoSync("a", "1");
            API.SetResourceKvpNoSync("b", "1");
            API.FlushResourceKvp();
            API.DeleteResourceKvp("a");
        });

        Assert.Equal(3, _server.Server.Kvp.Writes);
        Assert.Equal(2, _server.Server.Kvp.Syncs);
    }

    [Fact]
    public void KeysAreFoundByPrefixInOrder()
    {
        _server.Server.Kvp.Set("mine", "call:2", "x");
        _server.Server.Kvp.Set("mine", "call:1", "x");
        _server.Server.Kvp.Set("mine", "other", "x");
        var keys = new List<string>();

        TestScript.Start(_server, "mine", _ =>
        {
            var handle = API.StartFindKvp("call:");
            while (API.FindKvp(handle) is { } key)
            {
                keys.Add(key);
            }

            API.EndFindKvp(handle);
        });

        Assert.Equal(["call:1", "call:2"], keys);
    }

    [Fact]
    public void TruncatedLastLineIsIgnored()
    {
        _server.Server.Kvp.Set("mine", "a", "1");
        _server.Server.Dispose();
        var file = Directory.GetFiles(_server.DataDirectory).Single();
        File.AppendAllText(file, "S YQ== M");

        _server.Restart();
        _server.Server.Kvp.Set("mine", "b", "2");
        _server.Restart();

        Assert.Equal("1", _server.Server.Kvp.Get("mine", "a"));
        Assert.Equal("2", _server.Server.Kvp.Get("mine", "b"));
    }
}
