using System;
using System.Linq;
using System.Text.RegularExpressions;
using Playground;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

public sealed partial class ReadmeTests
{
    private static readonly string Text = Repository.Text("README.md");

    [Fact]
    public void ReadmeIsShort()
    {
        Assert.InRange(Text.Split('\n').Length, 1, 200);
        Assert.InRange(Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 2000);
    }

    [Fact]
    public void SentenceAndPictureComeFirst()
    {
        var lines = Text.Split('\n').Where(line => line.Length > 0).Take(3).ToList();

        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(".", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("![", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void CommandTableHasEverySubcommand() => Assert.All(
        SubcommandDefinitions.Table.SelectMany(definition => definition.Usages),
        usage => Assert.Matches($@"(?m)^\| .*`/{Settings.DefaultCommand}{(usage.Words.Length > 0 ? " " : string.Empty)}{usage.Words}`.* \|", Text));

    [Fact]
    public void ProblemsQuoteTheMessagesThatPeopleSee()
    {
        // The first is the game server's own.
        string[] messages =
        [
            "Access denied for command clear911.",
            .. ShippedLocale.Of(ShippedLocale.English).Texts.Values.Select(text => text.Replace("{calls}", "101", StringComparison.Ordinal)),
            .. Enum.GetValues<RemovalErrorKind>().Select(kind => $"[{RemovalErrorCodes.For(kind)}]"),
        ];
        var section = Text.Split("\n## ").Single(text => text.StartsWith("The five most common problems\n", StringComparison.Ordinal));
        var problems = Problem().Matches(section);

        Assert.Equal(5, problems.Count);
        Assert.All(
            problems.SelectMany(problem => Quoted().Matches(problem.Value)).Select(quoted => quoted.Groups["text"].Value),
            quoted => Assert.Contains(messages, message => message.Contains(quoted, StringComparison.Ordinal)));
    }

    [Fact]
    public void PlaygroundUnderstandsEveryCommand()
    {
        var commands = PlaygroundCommand().Matches(Text).Select(match => Options.Parse(match.Groups["options"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Contains(commands, options => options.IsWeb);
        Assert.All(commands, options => Assert.Null(options.Problem));
    }

    [GeneratedRegex(@"^ +dotnet run --project tests/Playground(?: --)?(?<options>.*)$", RegexOptions.Multiline)]
    private static partial Regex PlaygroundCommand();

    [GeneratedRegex(@"^\| `[^|]+\|", RegexOptions.Multiline)]
    private static partial Regex Problem();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Quoted();
}
