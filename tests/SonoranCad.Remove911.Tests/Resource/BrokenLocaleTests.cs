using System.IO;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner sees if a language is broken, missing or odd: one line about it, and English.</summary>
public sealed class BrokenLocaleTests
{
    [Theory]
    [InlineData("{ \"log.warning\": \"Achtung: {line}\"", "^3Warning: locales/de.json cannot be used, so messages are in English: it is not valid JSON at line 1, column 34.^7")]
    [InlineData("{ \"start.ready\": { \"text\": 5 } }", "^3Warning: locales/de.json cannot be used, so messages are in English: \"start.ready\" is not text in double quotes.^7")]
    [InlineData("{ \"a\": \"b\", \"start.ready\": 5 }", "^3Warning: locales/de.json can be used only in part; the rest is in English: \"start.ready\" is not text in double quotes.^7")]
    [InlineData(null, "^3Warning: There is no locales/de.json in this resource's folder, so messages are in English.^7")]
    public void BrokenFileIsReportedInOneLineAndEnglishIsUsed(string? content, string says)
    {
        using var rig = LocaleRig.StartedIn("\"de\"", rig => LocaleRig.Write(rig, "de", content));

        Assert.Equal(says, Assert.Single(LocaleRig.WarningsAndErrors(rig)));
        AssertEnglish(rig);
    }

    [Theory]
    [InlineData("\"xx\"", "^3Warning: There is no locales/xx.json in this resource's folder, so messages are in English.^7")]
    [InlineData("\"../../etc/passwd\"", "but is \"../../etc/passwd\". Until then it is \"en\".^7")]
    public void InvalidLocaleIsReportedInOneLineAndEnglishIsUsed(string locale, string says)
    {
        using var rig = LocaleRig.StartedIn(locale);

        Assert.EndsWith(says, Assert.Single(LocaleRig.WarningsAndErrors(rig)));
        AssertEnglish(rig);
    }

    [Theory]
    [InlineData("\"en\"", 0)]
    [InlineData("\"de\"", 1)]
    public void MissingFolderUsesEnglish(string locale, int complaints)
    {
        using var rig = LocaleRig.StartedIn(locale, rig => Directory.Delete(Path.Combine(rig.Folder, "locales"), recursive: true));

        Assert.Equal(complaints, LocaleRig.WarningsAndErrors(rig).Count);
        AssertEnglish(rig);
    }

    [Theory]
    [InlineData("}{ {{{ {calls}", "}{ {{{ {calls}")]
    [InlineData("", "")]
    public void MalformedTextIsShownAsFarAsPossible(string template, string shown)
    {
        using var rig = LocaleRig.StartedIn("\"de\"", rig => LocaleRig.Change(rig, "de", texts => texts["removal.cleared.one"] = template));
        var admin = rig.Admin();

        admin.Command("clear911 101");

        rig.Await(() => admin.Chat.Count == 1);
        Assert.EndsWith(shown, ServerRig.LastLine(admin));
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
        rig.AssertStillWorks();
    }

    [Fact]
    public void LanguageFileOfEarlierVersionIsUsedAsFarAsItFits()
    {
        using var rig = LocaleRig.StartedIn(
            "\"de\"", rig => LocaleRig.Write(rig, "de", Repository.Text("tests/SonoranCad.Remove911.Tests/Locales/Captured/de-0.2.0.json")));
        var admin = rig.Admin();

        var warning = Assert.Single(LocaleRig.WarningsAndErrors(rig));
        Assert.Matches(@"^\^3Warnung: locales/de\.json has \d+ messages from another version, which are ignored: [a-z_.]+, ", warning);
        Assert.Contains("command.usage", warning);

        // A text that still fits, one with a placeholder that gets no value any more, and one that is new.
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Notruf 101 gelöscht.");
        admin.Command("clear911 lsat");
        Assert.EndsWith("\"lsat\" is not a call id. For help, type /clear911 help.", admin.Chat[^1]);
        admin.Command("clear911 help");
        Assert.Contains("/clear911 last: clears the newest call", admin.Chat[^1]);
        Assert.DoesNotContain("{", string.Concat(admin.Chat));
    }

    [Fact]
    public void TextWithUnknownPlaceholderIsNamedAndEnglishIsUsed()
    {
        using var rig = LocaleRig.StartedIn("\"de\"", rig => LocaleRig.Change(rig, "de", texts => texts["removal.cleared.one"] = "{shown} {calls}"));
        var admin = rig.Admin();

        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Equal("^3Warnung: locales/de.json enthält 1 Text einer anderen Version, der ignoriert wird: removal.cleared.one^7", Assert.Single(LocaleRig.WarningsAndErrors(rig)));
    }

    [Fact]
    public void HugeTextIsHandled()
    {
        var huge = string.Concat(Enumerable.Repeat("{calls} {unknown} { }} ", 50_000));
        using var rig = LocaleRig.StartedIn("\"de\"", rig => LocaleRig.Change(rig, "de", texts => texts["log.cleared.one"] = huge));
        var admin = rig.Admin();

        admin.Command("clear911 101");

        rig.AwaitChat(admin, "Notruf 101 gelöscht.");
        rig.AssertStillWorks();
    }

    private static void AssertEnglish(ServerRig rig)
    {
        Assert.Contains("is ready: clear911 clears calls of community", rig.Server.Console.Text);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("^2Call 101 cleared.^7");
        rig.AssertStillWorks();
    }
}
