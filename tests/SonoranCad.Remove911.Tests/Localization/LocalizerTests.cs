using System.Collections.Generic;
using CsCheck;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Properties;
using Xunit;

namespace SonoranCad.Remove911.Tests.Localization;

public sealed class LocalizerTests
{
    private static readonly Dictionary<string, string> English = new() { ["a"] = "{x} and {y}", ["b"] = "b" };

    [Theory]
    [InlineData("{y} {x} {x}", "2 b b")]
    [InlineData("no place for it", "no place for it")]
    [InlineData("{x", "{x")]
    [InlineData("x} {x}", "x} b")]
    [InlineData("}{", "}{")]
    [InlineData("{} { x }", "{} { x }")]
    [InlineData("{X}", "{X}")]
    [InlineData("", "")]
    public void MalformedTemplateIsFilledAsFarAsPossible(string template, string text) =>
        Assert.Equal(text, In(template).Format(new Phrase("a").With("x", new Phrase("b")).With("y", 2)));

    [Fact]
    public void TextOfAnotherVersionIsNotUsedAndIsNamed()
    {
        var localizer = new Localizer(English);

        var unused = localizer.SetTexts(new Dictionary<string, string> { ["a"] = "{old} {x}", ["gone"] = "text", ["b"] = "B" });

        Assert.Equal(["a", "gone"], unused);
        Assert.Equal("1 and B", localizer.Format(new Phrase("a").With("x", 1).With("y", new Phrase("b"))));
    }

    [Fact]
    public void MissingTextFallsBackToEnglish() =>
        Assert.Equal("1 and B", With("b", "B").Format(new Phrase("a").With("x", 1).With("y", new Phrase("b"))));

    [Fact]
    public void PlaceholdersInsideValuesAreNotExpanded() =>
        Assert.Equal("{y} and 2", new Localizer(English).Format(new Phrase("a").With("x", "{y}").With("y", 2)));

    [Fact]
    public void TemplateNeverThrows() => Generators.Text.Sample(
        template =>
        {
            foreach (var written in new[] { template, template + "{x}" + template, template + "{x" })
            {
                In(written).Format(new Phrase("a").With("x", template));
            }
        },
        iter: 2000);

    private static Localizer In(string template) => With("a", template);

    private static Localizer With(string key, string text)
    {
        var localizer = new Localizer(English);
        localizer.SetTexts(new Dictionary<string, string> { [key] = text });
        return localizer;
    }
}
