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
    public void ValuesSurviveAKillAndANewServer()
    {
        PlainScript.Start(_server, "mine", _ =>
        {
            API.SetResourceKvp("a", "1\n2");
            API.SetResourceKvpNoSync("b", "");
            API.SetResourceKvpNoSync("c", "x");
            API.DeleteResourceKvpNoSync("c");
        });

        _server.Game.KillResource("mine");
        _server.Reboot();

        Assert.Equal(["a", "b"], _server.Game.Kvp.Keys("mine"));
        Assert.Equal("1\n2", _server.Game.Kvp.Get("mine", "a"));
        Assert.Equal("", _server.Game.Kvp.Get("mine", "b"));
        Assert.Null(_server.Game.Kvp.Get("other", "a"));
    }

    [Fact]
    public void APowerLossTakesWhatWasNotFlushed()
    {
        PlainScript.Start(_server, "mine", _ =>
        {
            API.SetResourceKvpNoSync("a", "1");
            API.FlushResourceKvp();
            API.SetResourceKvpNoSync("a", "2");
        });
        _server.Game.Kvp.LoseUnflushedOnKill = true;

        _server.Game.KillResource("mine");

        Assert.Equal("1", _server.Game.Kvp.Get("mine", "a"));
    }

    [Fact]
    public void WritesAndSyncsAreCounted()
    {
        PlainScript.Start(_server, "mine", _ =>
        {
            API.SetResourceKvpNoSync("a", "1");
            API.SetResourceKvpNoSync("b", "1");
            API.FlushResourceKvp();
            API.DeleteResourceKvp("a");
        });

        Assert.Equal(3, _server.Game.Kvp.Writes);
        Assert.Equal(2, _server.Game.Kvp.Syncs);
    }

    [Fact]
    public void KeysAreWalkedByPrefixInOrder()
    {
        _server.Game.Kvp.Set("mine", "call:2", "x");
        _server.Game.Kvp.Set("mine", "call:1", "x");
        _server.Game.Kvp.Set("mine", "other", "x");
        var keys = new List<string>();

        PlainScript.Start(_server, "mine", _ =>
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
    public void ATornLastLineCountsForNothing()
    {
        _server.Game.Kvp.Set("mine", "a", "1");
        _server.Game.Dispose();
        var file = Directory.GetFiles(_server.DataDirectory).Single();
        File.AppendAllText(file, "S YQ== M");

        _server.Reboot();
        _server.Game.Kvp.Set("mine", "b", "2");
        _server.Reboot();

        Assert.Equal("1", _server.Game.Kvp.Get("mine", "a"));
        Assert.Equal("2", _server.Game.Kvp.Get("mine", "b"));
    }
}
