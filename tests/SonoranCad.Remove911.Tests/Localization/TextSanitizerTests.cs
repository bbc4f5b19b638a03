using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Localization;

public sealed class TextSanitizerTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Jane Doe", "Jane Doe")]
    [InlineData("^1Red^7", "Red")]
    [InlineData("^^11", "")]
    [InlineData("^^^123x", "x")]
    [InlineData("^_^", "^_^")]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("a\u001b[31mb\u0000", "a [31mb")]
    [InlineData("\u202Eevil\u200B", "evil")]
    [InlineData("😀 ok", "😀 ok")]
    public void ColorCodesAndControlCharactersAreRemoved(string? text, string expected) =>
        Assert.Equal(expected, TextSanitizer.Clean(text, 40));

    [Fact]
    public void LoneSurrogateIsRemoved() => Assert.Equal("lone surrogate", TextSanitizer.Clean("lone \ud83d surrogate", 40));

    [Fact]
    public void LongTextIsTruncatedWithEllipsis()
    {
        var clean = TextSanitizer.Clean(new string('x', 1000), 40);

        Assert.Equal(40, clean.Length);
        Assert.EndsWith("…", clean);
    }

    [Fact]
    public void TruncationDoesNotSplitSurrogatePair() => Assert.Equal("abc…", TextSanitizer.Clean("abc😀def", 5));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "…")]
    [InlineData(2, "…")]
    [InlineData(3, "😀…")]
    public void TruncationToFewCharactersDoesNotThrow(int maxLength, string expected) =>
        Assert.Equal(expected, TextSanitizer.Clean("😀def", maxLength));

    [Fact]
    public void SingleCharacterFitsLimitOfOne() => Assert.Equal("x", TextSanitizer.Clean("x", 1));
}
