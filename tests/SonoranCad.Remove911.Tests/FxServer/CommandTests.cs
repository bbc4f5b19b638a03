using System;
using System.Collections.Generic;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class CommandTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<string> _ran = [];

    public void Dispose() => _server.Dispose();

    [Fact]
    public void HandlerReceivesSourceArgumentsAndRawLine()
    {
        Register("mine", "clear", restricted: false);
        var player = _server.Server.Connect("Ann");

        player.Command("/clear 101 \"two words\" \"\"");
        _server.Server.ConsoleCommand("CLEAR");

        Assert.Equal(["mine 1 [101|two words|] clear 101 \"two words\" \"\"", "mine 0 [] CLEAR"], _ran);
    }

    [Theory]
    [InlineData("clear #101 102", "")]
    [InlineData("clear 101 #102", "101")]
    [InlineData("clear 101 // 102", "101")]
    [InlineData("clear 1#01 a//b", "1#01|a//b")]
    [InlineData("clear \"#101\" \"two words\"#102", "#101|two words")]
    [InlineData("clear a\"b c\"d \"e\\\"f\" \"g", "a|b c|d|e\"f|g")]
    public void CommentIsMissingFromArgumentsButNotFromRawLine(string line, string arguments)
    {
        Register("mine", "clear", restricted: false);

        _server.Server.ConsoleCommand(line);

        Assert.Equal($"mine 0 [{arguments}] {line}", Assert.Single(_ran));
    }

    [Theory]
    [InlineData("start nope", "Couldn't find resource nope.")]
    [InlineData("stop nope", "Couldn't find resource nope.")]
    [InlineData("ensure nope", "Couldn't find resource nope.")]
    [InlineData("set x", "No such command set.")]
    [InlineData("nope", "No such command nope.")]
    [InlineData("/clear 101", "No such command /clear.")]
    public void ConsoleReportsRefusedLine(string line, string printed)
    {
        Register("mine", "clear", restricted: true);
        Assert.False(_server.Server.ConsoleCommand(line));
        Assert.Equal(printed, Assert.Single(_server.Server.Console.Lines));
        Assert.True(_server.Server.ConsoleCommand("set x 1"));
    }

    [Fact]
    public void CommandsOfResourceAreListedWhileItRuns()
    {
        Register("mine", "clear", restricted: true);
        Assert.Equal(["clear"], _server.Server.CommandsOf("mine"));

        _server.Server.StopResource("mine");
        Assert.Empty(_server.Server.CommandsOf("mine"));
    }

    [Fact]
    public void RestrictedCommandIsRefusedByServer()
    {
        Register("mine", "clear", restricted: true);
        var player = _server.Server.Connect("Ann", "license:1");

        player.Command("clear");
        Assert.Equal("Access denied for command clear.", Assert.Single(player.Chat));
        Assert.Empty(_ran);

        _server.Server.Aces.AddPrincipal("identifier.license:1", "group.admin");
        _server.Server.Aces.AddAce("group.admin", "command");
        player.Command("clear");
        Assert.Single(_ran);

        _server.Server.Aces.AddAce("player.1", "command.clear", allow: false);
        player.Command("clear");
        Assert.Single(_ran);
    }

    [Fact]
    public void UnrestrictedCommandGrantsAceToEveryone()
    {
        var script = Register("mine", "clear", restricted: false);
        _server.Server.Connect("Ann");

        script.Run(_server, () => Assert.True(API.IsPlayerAceAllowed("1", "command.clear")));
        script.Run(_server, () => Assert.False(API.IsPlayerAceAllowed("1", "command")));
        script.Run(_server, () => Assert.False(API.IsPlayerAceAllowed("9", "command.clear")));
    }

    [Fact]
    public void SecondRegistrationReplacesHandlerAndKeepsRestriction()
    {
        Register("first", "clear", restricted: true);
        Register("second", "clear", restricted: false);
        var player = _server.Server.Connect("Ann");

        player.Command("clear");
        _server.Server.ConsoleCommand("clear");

        Assert.Single(player.Chat);
        Assert.Equal("second 0 [] clear", Assert.Single(_ran));
    }

    [Fact]
    public void ThrowingCommandHandlerStaysRegistered()
    {
        TestScript.Start(_server, "mine", _ => API.RegisterCommand("fail", new Action<int, List<object>, string>((_, _, _) =>
        {
            _ran.Add("ran");
            throw new FormatException("broken");
        }), false));

        _server.Server.ConsoleCommand("fail");
        _server.Server.ConsoleCommand("fail");

        Assert.Equal(2, _ran.Count);
        Assert.Contains("System.FormatException: broken", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void PlayersFloodOfCommandsIsDropped()
    {
        var time = new VirtualTime();
        using var server = new TestServer(time);
        var script = TestScript.Start(server, "mine");
        script.Run(server, () => API.RegisterCommand("clear", new Action<int, List<object>, string>((source, _, _) => _ran.Add($"{source}")), false));
        var (player, other) = (server.Server.Connect("Ann"), server.Server.Connect("Bob"));

        Array.ForEach(new int[20], _ => player.Command("clear"));
        other.Command("clear");
        Assert.Equal((14, 1), (_ran.FindAll(source => source == "1").Count, _ran.FindAll(source => source == "2").Count));

        server.Server.TickUntil(() => false, TimeSpan.FromSeconds(1));
        Array.ForEach(new int[20], _ => player.Command("clear"));
        Assert.Equal(21, _ran.FindAll(source => source == "1").Count);
    }

    [Fact]
    public void PrintsDuringPlayerCommandAreMirroredToPlayer()
    {
        TestScript.Start(_server, "mine", _ =>
            API.RegisterCommand("say", new Action<int, List<object>, string>((_, args, _) => Debug.WriteLine((string)args[0])), false));
        var player = _server.Server.Connect("Ann");

        player.Command("say secret");
        _server.Server.ConsoleCommand("say other");

        Assert.Equal("secret", Assert.Single(player.MirroredPrints));
        Assert.Equal(["secret", "other"], _server.Server.Console.Lines);
    }

    [Fact]
    public void TestAceReportsPrincipalPermissions()
    {
        _server.Server.ConsoleCommand("add_ace group.admin command allow");
        _server.Server.ConsoleCommand("add_principal player.1 group.admin");
        _server.Server.ConsoleCommand("test_ace player.1 command.clear");
        _server.Server.ConsoleCommand("remove_principal player.1 group.admin");
        _server.Server.ConsoleCommand("test_ace player.1 command.clear");

        Assert.Equal(["player.1 -> command.clear = true", "player.1 -> command.clear = false"], _server.Server.Console.Lines);
    }

    [Fact]
    public void CommandIsRemovedWithItsResource()
    {
        Register("mine", "clear", restricted: false);

        _server.Server.StopResource("mine");
        _server.Server.ConsoleCommand("clear");

        Assert.Equal("No such command clear.", Assert.Single(_server.Server.Console.Lines));
    }

    [Fact]
    public void ExecuteCommandFromResourceRunsAsConsole()
    {
        var script = Register("mine", "clear", restricted: true);
        var lua = _server.Server.AddResource("lua");
        _server.Server.Aces.AddAce("resource.lua", "command.clear");
        _server.Server.Aces.AddAce("resource.mine", "command");

        lua.ExecuteCommand("clear 1");
        script.Run(_server, () => API.ExecuteCommand("clear 2"));

        Assert.Equal(["mine 0 [1] clear 1", "mine 0 [2] clear 2"], _ran);
    }

    [Fact]
    public void ExecuteCommandNeedsAceOfItsResourceUnlessCommandIsForEveryone()
    {
        Register("mine", "clear", restricted: true);
        Register("other", "help", restricted: false);
        var lua = _server.Server.AddResource("lua");

        lua.ExecuteCommand("clear 1");
        lua.ExecuteCommand("help");
        Assert.Equal(["other 0 [] help"], _ran);
        Assert.Equal(["Access denied for command clear."], _server.Server.Console.Lines);

        _server.Server.Aces.AddAce("resource.lua", "command.clear");
        lua.ExecuteCommand("clear 1");
        Assert.Equal("mine 0 [1] clear 1", _ran[^1]);
    }

    private TestScript Register(string resource, string command, bool restricted) =>
        TestScript.Start(_server, resource, _ => API.RegisterCommand(
            command,
            new Action<int, List<object>, string>((source, args, raw) => _ran.Add($"{resource} {source} [{string.Join("|", args)}] {raw}")),
            restricted));
}
