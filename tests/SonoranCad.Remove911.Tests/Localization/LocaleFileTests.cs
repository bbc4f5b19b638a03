using CsCheck;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Properties;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Localization;

public sealed class LocaleFileTests
{
    [Theory]
    [InlineData("{ \"a.b\": \"text\" }")]
    [InlineData("\uFEFF{ \"a.b\": \"text\" }")]
    [InlineData("// comment\n{ \"a.b\": /* here too */ \"text\", } // end\n")]
    [InlineData("{ \"a.b\": \"first\", \"a.b\": \"text\" }")]
    public void ObjectOfTextsIsRead(string file)
    {
        var texts = LocaleFile.Read(file, out var fault);

        Assert.Null(fault);
        Assert.Equal("text", Assert.Single(texts).Value);
    }

    [Theory]
    [InlineData("{ \"a.b\": \"text\", \"c.d\": 5, \"e.f\": null }", "\"c.d\" is not text in double quotes.")]
    [InlineData("{ \"a.b\": \"text\", \"c^1d\": { \"e\": \"f\" } }", "\"cd\" is not text in double quotes.")]
    public void NonTextValueIsReportedAndOtherTextsAreUsed(string file, string says)
    {
        var texts = LocaleFile.Read(file, out var fault);

        Assert.Equal(says, fault!.InEnglish());
        Assert.Equal("text", Assert.Single(texts).Value);
    }

    [Theory]
    [InlineData("", "it must contain one object of keys and texts: { … }.")]
    [InlineData("[]", "it must contain one object of keys and texts: { … }.")]
    [InlineData("\"a.b\"", "it must contain one object of keys and texts: { … }.")]
    [InlineData("{\n  \"a.b\": \"text\"\n  \"c.d\": \"text\"\n}", "it is not valid JSON at line 3, column 2.")]
    [InlineData("{ \"a.b\": \"text\"", "it is not valid JSON at line 1, column 15.")]
    [InlineData("{ \"a.b\": \"text\" }, \"c.d\": \"text\" }", "it is not valid JSON at line 1, column 17.")]
    [InlineData("<html>", "it is not valid JSON at line 0, column 0.")]
    public void InvalidFileIsReportedAndIgnored(string file, string says)
    {
        var texts = LocaleFile.Read(file, out var fault);

        Assert.Equal(says, fault!.InEnglish());
        Assert.Empty(texts);
    }

    [Fact]
    public void ReadNeverThrows() => Generators.Text.Sample(
        text =>
        {
            LocaleFile.Read(text, out _);
            LocaleFile.Read("{ \"a\": " + text, out _);
            LocaleFile.Read("{" + new string('[', 100) + text, out _);
        },
        iter: 2000);
}
