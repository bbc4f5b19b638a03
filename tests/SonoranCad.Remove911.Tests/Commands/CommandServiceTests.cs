using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class CommandServiceTests
{
    private readonly CommandRig _rig = new();

    [Fact]
    public void CallIdsAreCleared()
    {
        Assert.Empty(_rig.Run(CommandRig.Jane, "101 102,103").Lines);

        Assert.Equal([101, 102, 103], _rig.Pending);
    }

    [Fact]
    public void OtherWordsAreRefusedWithAHint()
    {
        var reply = _rig.Run(CommandRig.Jane, "101 x");

        Assert.Equal("\"x\" is not a call id. For help, type /clear911 help.", reply.Reports.Single().Failed[0].Error.Message.InEnglish());
        Assert.Empty(_rig.Pending);
    }

    [Fact]
    public void CommandAloneListsTheOpenCalls()
    {
        _rig.Open(101);
        var reply = new FakeReply();

        _rig.Services.Commands.Run(CommandRig.Jane, reply, null);

        Assert.StartsWith("One open 911 call:", Assert.Single(reply.Lines), System.StringComparison.Ordinal);
        Assert.Equal(reply.Lines, _rig.Run(CommandRig.Jane).Lines);
    }

    [Theory]
    [InlineData("all", "command.clear911all")]
    [InlineData("from jane", "command.clear911all")]
    [InlineData("older 5", "command.clear911all")]
    [InlineData("confirm", "command.clear911all")]
    [InlineData("reload", "command.clear911reload")]
    [InlineData("reload now", "command.clear911reload")]
    public void SubcommandNeedsItsOwnPermission(string words, string ace)
    {
        _rig.Open(101);
        _rig.Ports.Players.Setup(players => players.IsAllowed(1, ace)).Returns(false);

        var reply = _rig.Run(CommandRig.Jane, words);

        Assert.Equal($"You don't have the permission {ace}. The server's owner can grant it.", reply.Reports.Single().Failed[0].Error.Message.InEnglish());
        Assert.Empty(reply.Lines);
        Assert.Single(_rig.Run(Requester.Console, words).Lines);
        Assert.Single(_rig.Run(CommandRig.John, words).Lines);
    }

    [Theory]
    [InlineData("status please", "Up 0 s")]
    [InlineData("reload now", "The settings were read again")]
    [InlineData("help me", "/clear911: lists")]
    public void SubcommandThatTakesNoWordsIgnoresThem(string words, string reply) =>
        Assert.StartsWith(reply, _rig.Ask(CommandRig.Jane, words).Text, System.StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("last")]
    [InlineData("status")]
    [InlineData("help")]
    public void OtherSubcommandsNeedTheCommandsPermissionOnly(string words)
    {
        _rig.Open(101);
        _rig.Ports.Players.Setup(players => players.IsAllowed(1, Moq.It.Is<string>(ace => ace != "command.clear911"))).Returns(false);

        Assert.Single(_rig.Run(CommandRig.Jane, words).Lines);
    }

    [Theory]
    [InlineData("all now")]
    [InlineData("all confirm now")]
    [InlineData("last 2")]
    [InlineData("from")]
    [InlineData("older")]
    [InlineData("confirm all")]
    public void SubcommandWithOtherWordsNamesTheHelp(string words)
    {
        _rig.Open(101);

        Assert.Equal(("Unknown subcommand. For help, type /clear911 help.", Tone.Error), _rig.Ask(CommandRig.Jane, words));
        Assert.Empty(_rig.Pending);
    }
}
