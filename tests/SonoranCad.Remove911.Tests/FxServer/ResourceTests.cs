using System;
using System.Collections.Generic;
using System.IO;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class ResourceTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<string> _heard = [];

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ResourcesHearOfStartsAndStopsTheirOwnIncluded()
    {
        PlainScript.Start(_server, "mine", script =>
        {
            script.Events["onResourceStart"] += new Action<string>(name => _heard.Add("start " + name));
            script.Events["onResourceStop"] += new Action<string>(name => _heard.Add("stop " + name));
        });

        _server.Game.AddResource("lua").Stop();
        _server.Game.StopResource("mine");
        _server.Game.StopResource("mine");

        Assert.Equal(["start mine", "start lua", "stop lua", "stop mine"], _heard);
    }

    [Fact]
    public void AKilledResourceHearsNothingMore()
    {
        PlainScript.Start(_server, "mine", script =>
            script.Events["onResourceStop"] += new Action<string>(name => _heard.Add("stop " + name)));

        _server.Game.KillResource("mine");
        _server.Game.RaiseEvent("onResourceStop", "", "mine");

        Assert.Empty(_heard);
    }

    [Fact]
    public void AScriptWhoseConstructorThrowsIsLost()
    {
        PlainScript.Start(_server, "mine", script =>
        {
            script.Events["a"] += new Action(() => _heard.Add("a"));
            throw new FormatException("broken");
        });

        _server.Game.RaiseEvent("a", "");

        Assert.Empty(_heard);
        Assert.Contains("Failed to instantiate instance of script", _server.Game.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AttributesRegisterMethods()
    {
        _server.Game.StartScripts("mine", typeof(AttributedScript).Assembly, type => type == typeof(AttributedScript));
        var player = _server.Game.Connect("Ann");

        player.TriggerServerEvent("attributed:event", 5);
        _server.Game.ConsoleCommand("attributed");
        player.Command("attributed");
        _server.Game.Tick();

        Assert.Equal(["event 5 from net:1", "command", "tick"], _server.Game.Console.Lines);
    }

    [Fact]
    public void AResourceIsLoadedByPathAndAfreshEachTime()
    {
        var folder = _server.Folder("byPath", "server_script 'bin/tests.net.dll' -- 'other.net.dll'\n");
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        File.Copy(typeof(LoadedScript).Assembly.Location, Path.Combine(folder, "bin", "tests.net.dll"));

        _server.Game.StartResource(folder);
        _server.Game.ConsoleCommand("loaded");
        _server.Game.ConsoleCommand("restart byPath");
        _server.Game.ConsoleCommand("loaded");

        Assert.Equal(["byPath 1", "byPath 1"], _server.Game.Console.Lines);
        Assert.Equal(0, LoadedScript.Made);
    }

    [Fact]
    public void AMissingScriptIsAConsoleErrorAndAManifestWithoutOneAnException()
    {
        _server.Game.StartResource(_server.Folder("missing", "server_scripts { 'a.net.dll' }"));
        Assert.Contains("Could not find script a.net.dll", _server.Game.Console.Text, StringComparison.Ordinal);

        Assert.Throws<InvalidOperationException>(() => _server.Game.StartResource(_server.Folder("none", "server_script 'a.lua'")));
    }

    [Fact]
    public void AScriptThatIsNoAssemblyIsAConsoleError()
    {
        var folder = _server.Folder("broken", "server_script 'a.net.dll'");
        File.WriteAllText(Path.Combine(folder, "a.net.dll"), "no assembly");

        _server.Game.StartResource(folder);

        Assert.Contains("Failed to load script a.net.dll", _server.Game.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesStayInsideTheResourcesFolder()
    {
        var folder = _server.Folder("files", "version '1.2'\nfile 'a'\nfiles { 'b', \"c\" }");
        var script = PlainScript.Start(_server, "files", folder: folder);

        script.Run(_server, () =>
        {
            Assert.True(API.SaveResourceFile("files", "a.txt", "né", -1));
            Assert.Equal("né", API.LoadResourceFile("files", "a.txt"));
            Assert.Null(API.LoadResourceFile("files", "b.txt"));
            Assert.False(API.SaveResourceFile("files", "../a.txt", "x", -1));
            Assert.Equal(folder, API.GetResourcePath("files"));
            Assert.Equal("1.2", API.GetResourceMetadata("files", "version", 0));
            Assert.Equal(3, API.GetNumResourceMetadata("files", "file"));
            Assert.Equal("started", API.GetResourceState("files"));
            Assert.Equal("missing", API.GetResourceState("other"));
        });
    }

    [Fact]
    public void AResourceWritesItsFolderWithTheBaseLibraryToo()
    {
        var script = PlainScript.Start(_server, "files", folder: _server.Folder("files", ""));

        script.Run(_server, () =>
        {
            var path = Path.Combine(API.GetResourcePath("files")!, "a.log");
            File.AppendAllText(path, "one\n");
            File.AppendAllText(path, "two\n");
        });
        script.Run(_server, () => _heard.Add(API.LoadResourceFile("files", "a.log")!));

        Assert.Equal("one\ntwo\n", Assert.Single(_heard));
    }

    [Fact]
    public void ConvarsAreReadAndTheirChangesHeard()
    {
        _server.Game.Convars.Set("mine_number", "7");
        var script = PlainScript.Start(_server, "mine", _ =>
            API.AddConvarChangeListener("mine_*", new Action<string, object>((name, _) => _heard.Add($"{name}={API.GetConvar(name, "none")}"))));

        script.Run(_server, () => Assert.Equal(7, API.GetConvarInt("mine_number", 1)));
        _server.Game.ConsoleCommand("set mine_text \"a b\"");
        _server.Game.Convars.Remove("mine_number");
        _server.Game.Convars.Set("other", "x");

        Assert.Equal(["mine_text=a b", "mine_number=none"], _heard);
    }
}
