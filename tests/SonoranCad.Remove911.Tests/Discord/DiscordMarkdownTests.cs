using SonoranCad.Remove911.Discord;
using Xunit;

namespace SonoranCad.Remove911.Tests.Discord;

public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("Jane Doe", "Jane Doe")]
    [InlineData("**x**", "\\*\\*x\\*\\*")]
    [InlineData("\\", "\\\\")]
    [InlineData("@here", "\\@here")]
    [InlineData("", "")]
    public void MarkdownCharactersAreEscaped(string text, string escaped) => Assert.Equal(escaped, DiscordMarkdown.Escape(text, 100));

    [Theory]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcde", 4, "abc…")]
    [InlineData("ab*", 4, "ab\\*")]
    [InlineData("abc*", 4, "abc…")]
    [InlineData("ab*d", 4, "ab…")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀c", 4, "ab…")]
    public void TruncationKeepsWholeCharacters(string text, int most, string escaped) => Assert.Equal(escaped, DiscordMarkdown.Escape(text, most));
}
