using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Properties;
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
    [InlineData("^_^", "^")]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("a\u001b[31mb\u0000", "a [31mb")]
    [InlineData("\u202Eevil\u200B", "evil")]
    [InlineData("😀 ok", "😀 ok")]
    public void ColorCodesAndControlCharactersAreRemoved(string? text, string expected) =>
        Assert.Equal(expected, TextSanitizer.Clean(text, 40));

    [Theory]
    [InlineData("^*a^_b^~c^=d^/e^rf^0g", "abcdefg")]
    [InlineData("^#ff0000Red^#f00Red", "RedRed")]
    [InlineData("^^#ff00001", "")]
    [InlineData("Room ^#12", "Room ^#12")]
    [InlineData("~r~Red~s~", "Red")]
    [InlineData("~r~r~~", "r~~")]
    [InlineData("~~r~r~", "")]
    [InlineData("^~r~1", "r~1")]
    [InlineData("~bold~x", "boldx")]
    [InlineData("~Jane~", "Jane")]
    [InlineData("~HUD_COLOUR_RED~x", "HUD_COLOUR_REDx")]
    [InlineData("~30 ft, ~40 ft or 5~10", "~30 ft, ~40 ft or 5~10")]
    [InlineData("^\u200B1red", "red")]
    [InlineData("~\u2800r~red", "red")]
    [InlineData("^ 1", "^ 1")]
    public void EveryChatMarkerIsRemoved(string text, string expected) => Assert.Equal(expected, TextSanitizer.Clean(text, 60));

    [Theory]
    [InlineData("^", "1")]
    [InlineData("~r", "~")]
    [InlineData("^#f", "00")]
    public void DeeplyNestedMarkersAreRemovedAtOnce(string opening, string closing)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 50_000)) + string.Concat(Enumerable.Repeat(closing, 50_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        DisplayAssert.IsSafe(TextSanitizer.Clean(text, int.MaxValue - 1));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("a\u061Cb\u034Fc\u180Ed\u3164e\u115Ff\u1160g", "abcdefg")]
    [InlineData("a\u17B4b\u17B5c\uFFA0d\u2800e\u00ADf\u2064g", "abcdefg")]
    [InlineData("a\U000E0041b\U0001D173c\U0001BCA0d\U0001D159e\uFE00f", "abcdef")]
    [InlineData("\u200DJane\u200D Doe\u200C", "Jane Doe")]
    [InlineData("Jane\u200DDoe\uFE0F", "JaneDoe")]
    [InlineData("\u3164", "")]
    public void InvisibleCharactersAreRemoved(string text, string expected) => Assert.Equal(expected, TextSanitizer.Clean(text, 40));

    [Theory]
    [InlineData("👩\u200D🚒 on duty")]
    [InlineData("🏳\uFE0F\u200D🌈")]
    [InlineData("\u2764\uFE0F")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    public void JoinersAreKeptInEmojiAndScriptsThatNeedThem(string text) => Assert.Equal(text, TextSanitizer.Clean(text, 40));

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
