using System;
using System.Linq;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What the command says about itself.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("clear911 help")]
    [InlineData("clear911 ?")]
    [InlineData("/CLEAR911 Help me")]
    public void HelpListsWhatPlayerMayUse(string typed)
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();

        admin.Command(typed);

        var text = Assert.Single(admin.Chat);
        Assert.StartsWith("911: /clear911: lists open calls, or clears the call ids you give\n/clear911 last: clears the newest call\n", text);
        Assert.DoesNotContain("/clear911 all", text);
        Assert.DoesNotContain("/clear911 reload", text);
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void HelpForConsoleListsEverySubcommand()
    {
        using var rig = ServerRig.Started();
        rig.Server.Console.Clear();

        rig.Server.ConsoleCommand("clear911 help");
        rig.AwaitConsole("clear911 reload: ");

        Assert.All(
            SubcommandDefinitions.Table.Where(row => row.Word is not ("help" or "confirm")),
            row => Assert.Matches($@"(?m)clear911.* ?{row.Word}( <\w+>)?[:,]", rig.Server.Console.Text));
    }

    [Theory]
    [MemberData(nameof(ChatWindowTests.Languages), MemberType = typeof(ChatWindowTests))]
    public void RepliesAtConsoleNameCommandWithoutSlashAsServerTakesIt(string language)
    {
        using var rig = LocaleRig.StartedIn($"\"{language}\"");
        rig.Server.Console.Clear();

        foreach (var line in new[] { "", "help", "lsat", "101 all", "last now", "all", "from nobody", "older x", "confirm", "confirm" })
        {
            Assert.True(rig.Server.ConsoleCommand("clear911 " + line));
            rig.TickFor();
        }

        Assert.Contains("clear911 help", rig.Server.Console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/clear911", rig.Server.Console.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ChatWindowTests.Languages), MemberType = typeof(ChatWindowTests))]
    public void WholeHelpFitsTheChat(string language)
    {
        using var rig = LocaleRig.StartedIn($"\"{language}\"");
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        rig.Server.Aces.AddAce("group.admin", "command.clear911reload");
        var admin = rig.Admin();

        admin.Command("clear911 help");

        Assert.Contains("older <", admin.Chat[0], StringComparison.Ordinal);
        ChatWindow.AssertFits(admin.Chat[0]);
    }

    [Fact]
    public void HelpUsesConfiguredCommandName()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"command\": \"del911\"");
        rig.Start();

        rig.Server.ConsoleCommand("del911 help");
        rig.AwaitConsole("del911 last: clears the newest call");
    }

    [Theory]
    [MemberData(nameof(ChatWindowTests.Languages), MemberType = typeof(ChatWindowTests))]
    public void MistypedSubcommandIsAnsweredInOneLineThatNamesTheHelp(string language)
    {
        using var rig = LocaleRig.StartedIn($"\"{language}\"");
        var admin = rig.Admin();

        admin.Command("clear911 lsat");
        admin.Command("clear911 last 5");
        admin.Command("clear911 " + new string('x', 500));
        admin.Command("clear911 " + new string('東', 500));

        Assert.Contains("lsat", admin.Chat[0], StringComparison.Ordinal);
        Assert.All(admin.Chat, line => Assert.Single(ChatWindow.Lay(line)));
        Assert.All(admin.Chat, line => Assert.EndsWith("/clear911 help.", line));
    }

    [Fact]
    public void SuggestionOffersTheWordsOfTheHelp()
    {
        using var rig = ServerRig.Started();
        rig.Server.Aces.AddAce("group.admin", "command.clear911reload");
        var admin = rig.Admin();

        admin.ChatReady();

        Assert.Contains($"call ids, or one of: {AllowedWords.To(suffix => suffix == "reload")}]", Assert.Single(admin.Suggestions).ToString());
    }
}
