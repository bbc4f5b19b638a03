using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class HelpCommandTests
{
    private const string All = """
        /clear911: lists open calls, or clears the call ids you give
        /clear911 last: clears the newest call
        /clear911 all: clears every open call, after you confirm
        /clear911 from <caller>, older <minutes>: the same, for those calls
        /clear911 status: shows whether calls can be cleared
        /clear911 reload: applies changed settings
        """;

    private readonly CommandRig _rig = new();

    [Theory]
    [InlineData("help")]
    [InlineData("?")]
    [InlineData("HELP me")]
    public void EachSubcommandHasALine(string words)
    {
        Assert.Equal((All, Tone.Info), _rig.Ask(CommandRig.Jane, words));
        Assert.Equal((All, Tone.Info), _rig.Ask(Requester.Console, words));
    }

    [Fact]
    public void PlayerSeesAllowedSubcommandsOnly()
    {
        _rig.Ports.Players.Setup(players => players.IsAllowed(1, "command.clear911all")).Returns(false);

        Assert.Equal(
            """
            /clear911: lists open calls, or clears the call ids you give
            /clear911 last: clears the newest call
            /clear911 status: shows whether calls can be cleared
            /clear911 reload: applies changed settings
            """,
            _rig.Ask(CommandRig.Jane, "help").Text);
    }
}
