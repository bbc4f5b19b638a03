using SonoranCad.Remove911.Notifications;
using Xunit;

namespace SonoranCad.Remove911.Tests.Notifications;

public sealed class MarkupEscaperTests
{
    [Theory]
    [InlineData("Call 101 cleared.", "Call 101 cleared.")]
    [InlineData("Calls 101, 102 cleared.", "Calls 101, 102 cleared.")]
    [InlineData("Call #101 + #102 = 2 - 0!", "Call #101 + #102 = 2 - 0!")]
    [InlineData("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~")]
    [InlineData("![x](http://e/x.png)", "!\\[x\\](http://e/x.png)")]
    [InlineData("<img src=x> &lt;", "\\<img src=x\\> \\&lt;")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("# 1", "\\# 1")]
    [InlineData("- 1", "\\- 1")]
    [InlineData("> 1", "\\> 1")]
    [InlineData("101. gone", "101\\. gone")]
    [InlineData("101) gone", "101\\) gone")]
    [InlineData("101", "101")]
    [InlineData("", "")]
    public void OnlyMarkupCharactersAreEscaped(string text, string expected) =>
        Assert.Equal(expected, MarkupEscaper.Escape(text, mark => "\\" + mark));
}
