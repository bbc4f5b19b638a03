using System;
using System.Linq;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

public sealed class ReadmeTests
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
}
