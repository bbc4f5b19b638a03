using System.Linq;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Localization;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("jane", 4)]
    [InlineData("JANE", 6)]
    [InlineData("日本語", 6)]
    [InlineData("ＡＢ", 4)]
    [InlineData("한국", 4)]
    [InlineData("🚒", 2)]
    public void WideCharactersTakeMoreColumns(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Theory]
    [InlineData("jane doe", 8, "jane doe")]
    [InlineData("jane doe", 6, "jane …")]
    [InlineData("日本語", 6, "日本語")]
    [InlineData("日本語", 5, "日本…")]
    [InlineData("日本語", 1, "…")]
    [InlineData("^1JANE\nDOE", 12, "JANE DOE")]
    public void TextIsCleanedAndShortenedToColumns(string text, int columns, string expected) => Assert.Equal(expected, TextWidth.Clean(text, columns));

    [Fact]
    public void ShortenedTextNeverTakesMoreColumns()
    {
        var text = string.Concat(Enumerable.Repeat("a日B한🚒", 40));

        Assert.All(Enumerable.Range(1, 300), columns => Assert.InRange(TextWidth.Of(TextWidth.Clean(text, columns)), 0, columns));
    }
}
