using System;
using System.Collections.Generic;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>A resource's state while others are notified of its start and stop.</summary>
public sealed class ResourceStateTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<string> _heard = [];
    private readonly TestScript _watcher;

    public ResourceStateTests() => _watcher = TestScript.Start(_server, "watcher", script =>
    {
        script.Events["onResourceStart"] += new Action<string>(name => Record("start", name));
        script.Events["onResourceStop"] += new Action<string>(name => Record("stop", name));
    });

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ResourceIsMissingThenStartedThenStopped()
    {
        _heard.Clear();
        Assert.Equal("missing", StateOf("lua"));
        var lua = _server.Server.AddResource("lua");
        Assert.Equal("started", StateOf("lua"));
        lua.Stop();
        Assert.Equal("stopped", StateOf("lua"));
        _server.Server.AddResource("lua");

        Assert.Equal("started", StateOf("lua"));
        Assert.Equal(["start lua: started", "stop lua: stopping", "start lua: started"], _heard);
    }

    [Fact]
    public void ResourceIsStartingWhileScriptsAreCreated()
    {
        _heard.Clear();
        TestScript.Start(_server, "mine", _ => Record("made", "mine"));
        _server.Server.StopResource("mine");

        Assert.Equal(["made mine: starting", "start mine: started", "stop mine: stopping"], _heard);
    }

    [Fact]
    public void StoppingResourceCanStillBeCalled()
    {
        var lua = _server.Server.AddResource("lua");
        lua.Export("last", _ => "words");
        var answer = string.Empty;
        var asker = TestScript.Start(_server, "asker");
        asker.Run(_server, () => asker.Events["onResourceStop"] += new Action<string>(_ => answer = (string)((dynamic)asker.OwnExports["lua"]).last()));

        lua.Stop();

        Assert.Equal("words", answer);
        Assert.False(lua.IsRunning);
    }

    [Fact]
    public void StoppingResourceIsStoppedOnce()
    {
        var lua = _server.Server.AddResource("lua");
        _watcher.Run(_server, () => _watcher.Events["onResourceStop"] += new Action<string>(name => _server.Server.StopResource(name)));
        _heard.Clear();

        lua.Stop();

        Assert.Equal("stop lua: stopping", Assert.Single(_heard));
    }

    [Fact]
    public void KilledResourceIsStopped()
    {
        TestScript.Start(_server, "mine");

        _server.Server.KillResource("mine");

        Assert.Equal("stopped", StateOf("mine"));
    }

    [Fact]
    public void ConsoleStartsStoppedResourceAndRestartsRunningOne()
    {
        var folder = _server.CreateResourceFolder("mine", "server_script 'a.net.dll'");
        _server.Server.StartResource(folder);
        _heard.Clear();

        _server.Server.ConsoleCommand("start mine");
        _server.Server.ConsoleCommand("ensure mine");
        _server.Server.ConsoleCommand("stop mine");
        _server.Server.ConsoleCommand("restart mine");
        _server.Server.ConsoleCommand("start mine");

        Assert.Equal(["stop mine: stopping", "start mine: started", "stop mine: stopping", "start mine: started"], _heard);
        Assert.Contains("Can't restart a stopped resource.", _server.Server.Console.Lines);
    }

    private void Record(string what, string name) => _heard.Add($"{what} {name}: {API.GetResourceState(name)}");

    private string StateOf(string name) => _watcher.Evaluate(_server, () => API.GetResourceState(name));
}
