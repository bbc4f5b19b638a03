using System;
using System.Collections.Generic;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>In which state a resource is when others are told of its start and its stop.</summary>
public sealed class ResourceStateTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<string> _heard = [];
    private readonly PlainScript _watcher;

    public ResourceStateTests() => _watcher = PlainScript.Start(_server, "watcher", script =>
    {
        script.Events["onResourceStart"] += new Action<string>(name => Note("start", name));
        script.Events["onResourceStop"] += new Action<string>(name => Note("stop", name));
    });

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ANeighbourIsMissingThenStartedThenStopped()
    {
        _heard.Clear();
        Assert.Equal("missing", StateOf("lua"));
        var lua = _server.Game.AddResource("lua");
        Assert.Equal("started", StateOf("lua"));
        lua.Stop();
        Assert.Equal("stopped", StateOf("lua"));
        _server.Game.AddResource("lua");

        Assert.Equal("started", StateOf("lua"));
        Assert.Equal(["start lua: started", "stop lua: stopping", "start lua: started"], _heard);
    }

    [Fact]
    public void AResourceIsStartingWhileItsScriptsAreMade()
    {
        _heard.Clear();
        PlainScript.Start(_server, "mine", _ => Note("made", "mine"));
        _server.Game.StopResource("mine");

        Assert.Equal(["made mine: starting", "start mine: started", "stop mine: stopping"], _heard);
    }

    [Fact]
    public void AStoppingResourceIsNotGoneYet()
    {
        var lua = _server.Game.AddResource("lua");
        lua.Export("last", _ => "words");
        var answer = string.Empty;
        var asker = PlainScript.Start(_server, "asker");
        asker.Run(_server, () => asker.Events["onResourceStop"] += new Action<string>(_ => answer = (string)((dynamic)asker.Offers["lua"]).last()));

        lua.Stop();

        Assert.Equal("words", answer);
        Assert.False(lua.IsRunning);
    }

    [Fact]
    public void AStoppingResourceIsStoppedOnlyOnce()
    {
        var lua = _server.Game.AddResource("lua");
        _watcher.Run(_server, () => _watcher.Events["onResourceStop"] += new Action<string>(name => _server.Game.StopResource(name)));
        _heard.Clear();

        lua.Stop();

        Assert.Equal("stop lua: stopping", Assert.Single(_heard));
    }

    [Fact]
    public void AKilledResourceIsStopped()
    {
        PlainScript.Start(_server, "mine");

        _server.Game.KillResource("mine");

        Assert.Equal("stopped", StateOf("mine"));
    }

    [Fact]
    public void TheConsoleStartsWhatIsStoppedAndRestartsWhatRuns()
    {
        var folder = _server.Folder("mine", "server_script 'a.net.dll'");
        _server.Game.StartResource(folder);
        _heard.Clear();

        _server.Game.ConsoleCommand("start mine");
        _server.Game.ConsoleCommand("ensure mine");
        _server.Game.ConsoleCommand("stop mine");
        _server.Game.ConsoleCommand("restart mine");
        _server.Game.ConsoleCommand("start mine");

        Assert.Equal(["stop mine: stopping", "start mine: started", "stop mine: stopping", "start mine: started"], _heard);
        Assert.Contains("Can't restart a stopped resource.", _server.Game.Console.Lines);
    }

    private void Note(string what, string name) => _heard.Add($"{what} {name}: {API.GetResourceState(name)}");

    private string StateOf(string name) => _watcher.Ask(_server, () => API.GetResourceState(name));
}
