using System.Linq;
using FxServer;
using SonoranCad.Remove911.Commands;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("clear911 #101", "#101")]
    [InlineData("  clear911\t101,#102  #103 ", "101,#102|#103")]
    [InlineData("clear911 from \"Caller #12\"", "from|Caller #12")]
    [InlineData("clear911 from \"\" #1", "from||#1")]
    [InlineData("\"clear911\" #1 \"open quote", "#1|open quote")]
    public void WordsFromNumberSignOnAreKept(string line, string words) => Assert.Equal(words, Read(line));

    [Theory]
    [InlineData("clear911")]
    [InlineData("clear911 101 102")]
    [InlineData("clear911 from \"Jane Doe\" \"\"")]
    public void OtherWordsAreThoseOfServer(string line) => Assert.Equal(string.Join('|', CommandLine.Parse(line).Words.Skip(1)), Read(line));

    [Fact]
    public void LineThatDoesNotBeginWithTheWordsIsIgnored() => Assert.Equal(["101", "102"], CommandWords.Read(["101", "102"], "101 102 #103")!);

    [Fact]
    public void MissingWordsAndLineAreHandled()
    {
        Assert.Null(CommandWords.Read(null, null));
        Assert.Equal(["101"], CommandWords.Read(["101"], null)!);
    }

    private static string Read(string line) => string.Join('|', CommandWords.Read([.. CommandLine.Parse(line).Words.Skip(1)], line)!);
}
