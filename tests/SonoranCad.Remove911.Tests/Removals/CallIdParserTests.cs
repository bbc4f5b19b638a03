using System.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Removals;

public sealed class CallIdParserTests
{
    [Theory]
    [InlineData("101", new[] { 101 })]
    [InlineData("#101", new[] { 101 })]
    [InlineData("101,102", new[] { 101, 102 })]
    [InlineData("101, #102 103", new[] { 101, 102, 103 })]
    [InlineData(",101,", new[] { 101 })]
    [InlineData("007", new[] { 7 })]
    [InlineData("1", new[] { 1 })]
    [InlineData("2147483647", new[] { 2147483647 })]
    [InlineData("5 5 #5,5", new[] { 5 })]
    public void IdsAreReadInOrderWithoutDuplicates(string words, int[] expected)
    {
        var ids = CallIdParser.ParseWords(words.Split(' '));

        Assert.Null(ids.Refusal);
        Assert.Equal(expected, ids.Ids);
    }

    [Theory]
    [InlineData("0", "\"0\"")]
    [InlineData("-1", "\"-1\"")]
    [InlineData("+1", "\"+1\"")]
    [InlineData("2147483648", "\"2147483648\"")]
    [InlineData("99999999999999999999999999", "\"99999999999…\"")]
    [InlineData("1.5", "\"1.5\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0x10", "\"0x10\"")]
    [InlineData("##1", "\"##1\"")]
    [InlineData("#", "\"#\"")]
    [InlineData("١٢", "\"١٢\"")]
    [InlineData("101;102", "\"101;102\"")]
    [InlineData("^1red", "\"red\"")]
    public void InvalidWordIsRefusedAndQuoted(string word, string named)
    {
        var ids = CallIdParser.ParseWords(["101", word, "102"]);

        Assert.Equal("invalid_call_id", ids.Refusal!.Code);
        Assert.Contains(named, ids.Refusal.Message.InEnglish());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",,,")]
    public void BlankWordsAreRefused(string word) => Assert.Equal("no_call_id", CallIdParser.ParseWords([word]).Refusal!.Code);

    [Fact]
    public void EmptyWordListIsRefused() => Assert.Equal("no_call_id", CallIdParser.ParseWords([]).Refusal!.Code);

    [Fact]
    public void FiftyDistinctCallsAreAccepted()
    {
        var words = Enumerable.Range(1, 50).Concat(Enumerable.Range(1, 50)).Select(id => (object)id.ToString()).ToList();

        Assert.Equal(50, CallIdParser.ParseWords(words).Ids.Count);
    }

    [Fact]
    public void FiftyFirstCallIsRefused() =>
        Assert.Equal("too_many_calls", CallIdParser.ParseWords([.. Enumerable.Range(1, 51).Select(id => (object)id.ToString())]).Refusal!.Code);
}
