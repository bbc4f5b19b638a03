using System;
using System.Collections.Generic;
using System.IO;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class ResourceTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<string> _heard = [];

    public void Dispose() => _server.Dispose();

    [Fact]
    public void StartAndStopEventsIncludeOwnResource()
    {
        TestScript.Start(_server, "mine", script =>
        {
            script.Events["onResourceStart"] += new Action<string>(name => _heard.Add("start " + name));
            script.Events["onResourceStop"] += new Action<string>(name => _heard.Add("stop " + name));
        });

        _server.Server.AddResource("lua").Stop();
        _server.Server.StopResource("mine");
        _server.Server.StopResource("mine");

        Assert.Equal(["start mine", "start lua", "stop lua", "stop mine"], _heard);
    }

    [Fact]
    public void KilledResourceReceivesNoEvents()
    {
        TestScript.Start(_server, "mine", script =>
            script.Events["onResourceStop"] += new Action<string>(name => _heard.Add("stop " + name)));

        _server.Server.KillResource("mine");
        _server.Server.RaiseEvent("onResourceStop", "", "mine");

        Assert.Empty(_heard);
    }

    [Fact]
    public void ScriptWithThrowingConstructorIsNotLoaded()
    {
        TestScript.Start(_server, "mine", script =>
        {
            script.Events["a"] += new Action(() => _heard.Add("a"));
            throw new FormatException("broken");
        });

        _server.Server.RaiseEvent("a", "");

        Assert.Empty(_heard);
        Assert.Contains("Failed to instantiate instance of script", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AttributesRegisterHandlers()
    {
        _server.Server.StartScripts("mine", typeof(AttributedScript).Assembly, type => type == typeof(AttributedScript));
        var player = _server.Server.Connect("Ann");

        player.TriggerServerEvent("attributed:event", 5);
        _server.Server.ConsoleCommand("attributed");
        player.Command("attributed");
        _server.Server.Tick();

        Assert.Equal(["event 5 from net:1", "command", "tick"], _server.Server.Console.Lines);
    }

    [Fact]
    public void ResourceIsLoadedByPathWithFreshStaticState()
    {
        var folder = _server.CreateResourceFolder("byPath", "server_script 'bin/tests.net.dll' -- 'other.net.dll'\n");
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        File.Copy(typeof(LoadCountingScript).Assembly.Location, Path.Combine(folder, "bin", "tests.net.dll"));

        _server.Server.StartResource(folder);
        _server.Server.ConsoleCommand("loaded");
        _server.Server.ConsoleCommand("restart byPath");
        _server.Server.ConsoleCommand("loaded");

        Assert.Equal(["byPath 1", "byPath 1"], _server.Server.Console.Lines);
        Assert.Equal(0, LoadCountingScript.InstanceCount);
    }

    [Fact]
    public void MissingScriptIsLoggedAndManifestWithoutScriptThrows()
    {
        _server.Server.StartResource(_server.CreateResourceFolder("missing", "server_scripts { 'a.net.dll' }"));
        Assert.Contains("Could not find script a.net.dll", _server.Server.Console.Text, StringComparison.Ordinal);

        Assert.Throws<InvalidOperationException>(() => _server.Server.StartResource(_server.CreateResourceFolder("none", "server_script 'a.lua'")));
    }

    [Fact]
    public void InvalidAssemblyIsLogged()
    {
        var folder = _server.CreateResourceFolder("broken", "server_script 'a.net.dll'");
        File.WriteAllText(Path.Combine(folder, "a.net.dll"), "no assembly");

        _server.Server.StartResource(folder);

        Assert.Contains("Failed to load script a.net.dll", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("a.txt")]
    [InlineData("linked/a.txt")]
    public void LinkToFileOutsideReadsAsMissing(string file)
    {
        var folder = _server.CreateResourceFolder("files", "");
        var outside = Directory.CreateDirectory(Path.Combine(_server.DataDirectory, "outside")).FullName;
        File.WriteAllText(Path.Combine(outside, "a.txt"), "outside");
        File.CreateSymbolicLink(Path.Combine(folder, "a.txt"), Path.Combine(outside, "a.txt"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), outside);
        var script = TestScript.Start(_server, "files", folder: folder);

        script.Run(_server, () =>
        {
            Assert.Null(API.LoadResourceFile("files", file));
            Assert.False(API.SaveResourceFile("files", file, "changed", -1));
        });

        Assert.Equal("outside", File.ReadAllText(Path.Combine(outside, "a.txt")));
    }

    [Fact]
    public void FileAccessIsLimitedToResourceFolder()
    {
        var folder = _server.CreateResourceFolder("files", "version '1.2'\nfile 'a'\nfiles { 'b', \"c\" }");
        var script = TestScript.Start(_server, "files", folder: folder);

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
    public void ResourceCanWriteItsFolderWithSystemIO()
    {
        var script = TestScript.Start(_server, "files", folder: _server.CreateResourceFolder("files", ""));

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
    public void ConvarsAreReadAndChangesRaiseListeners()
    {
        _server.Server.Convars.Set("mine_number", "7");
        var script = TestScript.Start(_server, "mine", _ =>
            API.AddConvarChangeListener("mine_*", new Action<string, object>((name, _) => _heard.Add($"{name}={API.GetConvar(name, "none")}"))));

        script.Run(_server, () => Assert.Equal(7, API.GetConvarInt("mine_number", 1)));
        _server.Server.ConsoleCommand("set mine_text \"a b\"");
        _server.Server.Convars.Remove("mine_number");
        _server.Server.Convars.Set("other", "x");

        Assert.Equal(["mine_text=a b", "mine_number=none"], _heard);
    }
}
