using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class LocaleLoaderTests
{
    private readonly Localizer _localizer = new(LocaleFile.BuiltIn);
    private readonly List<(LogLevel Level, string Text)> _lines = [];

    [Fact]
    public void LocaleOfTheFileIsUsed()
    {
        Load("de", """{ "outcome.busy": "Zu viel." }""");

        Assert.Equal("Zu viel.", _localizer.Format(new Phrase("outcome.busy")));
        Assert.Empty(_lines);
    }

    [Fact]
    public void EnglishNeedsNoFile()
    {
        Load("en", null);

        Assert.Equal(LocaleFile.BuiltIn["outcome.busy"], _localizer.Format(new Phrase("outcome.busy")));
        Assert.Empty(_lines);
    }

    [Theory]
    [InlineData(null, "There is no locales/de.json in this resource's folder, so messages are in English.")]
    [InlineData("[]", "locales/de.json cannot be used, so messages are in English: it must contain one object of keys and texts: { … }.")]
    [InlineData("""{ "outcome.busy": 1 }""", "locales/de.json cannot be used, so messages are in English: \"outcome.busy\" is not text in double quotes.")]
    [InlineData("""{ "outcome.busy": 1, "account": "{community}" }""", "locales/de.json can be used only in part; the rest is in English: \"outcome.busy\" is not text in double quotes.")]
    [InlineData("""{ "old.text": "x" }""", "locales/de.json has 1 message from another version, which is ignored: old.text")]
    [InlineData("""{ "old.text": "x", "account": "{other}" }""", "locales/de.json has 2 messages from another version, which are ignored: old.text, account")]
    public void OwnerIsWarnedAboutFaultyFile(string? text, string warning)
    {
        Load("de", text);

        Assert.Equal([(LogLevel.Warn, warning)], _lines);
    }

    private void Load(string locale, string? text)
    {
        var files = new Mock<IResourceFiles>();
        files.Setup(f => f.Read($"locales/{locale}.json")).Returns(text);
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>())).Callback((LogLevel level, Phrase line) => _lines.Add((level, line.InEnglish())));
        new LocaleLoader(files.Object, _localizer, log.Object).Load(locale);
    }
}
