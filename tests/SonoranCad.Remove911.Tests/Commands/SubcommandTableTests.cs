using System;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Commands;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class SubcommandTableTests
{
    [Fact]
    public void SubcommandIsFoundByItsWordOrAliasInAnyCase()
    {
        var table = new SubcommandTable([.. SubcommandDefinitions.Table.Select(Subcommand)]);

        Assert.Equal([string.Empty, "last", "help", "help"], new[] { Words(), Words("Last", "x"), Words("?"), Words("HELP") }.Select(words => table.Find(words)!.Definition.Word));
        Assert.Equal([null, null, null], new[] { Words("101"), Words(101), Words("x", "last") }.Select(table.Find));
    }

    [Fact]
    public void EachDefinitionNeedsItsCode()
    {
        var incomplete = SubcommandDefinitions.Table.Where(definition => definition.Word != "older").Select(Subcommand).ToArray();

        var thrown = Assert.Throws<ArgumentException>(() => new SubcommandTable(incomplete));

        Assert.StartsWith("The subcommand \"older\" has no code.", thrown.Message, StringComparison.Ordinal);
    }

    private static ISubcommand Subcommand(SubcommandDefinition definition) => Mock.Of<ISubcommand>(subcommand => subcommand.Definition == definition);

    private static object[] Words(params object[] words) => words;
}
