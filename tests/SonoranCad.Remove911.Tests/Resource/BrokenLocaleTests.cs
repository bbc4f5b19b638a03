using System.IO;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner sees if a language is broken, missing or odd: one line about it, and English.</summary>
public sealed class BrokenLocaleTests
{
    [Theory]
    [InlineData("{ \"log.warning\": \"Achtung: {line}\"", "^3Warning: locales/de.json cannot be used, everything is in English: it is not valid JSON at line 1, column 34.^7")]
    [InlineData("{ \"start.ready\": { \"text\": 5 } }", "^3Warning: locales/de.json cannot be used, everything is in English: \"start.ready\" is no text in double quotes.^7")]
    [InlineData("{ \"a\": \"b\", \"start.ready\": 5 }", "^3Warning: locales/de.json can be used only in part, the rest is in English: \"start.ready\" is no text in double quotes.^7")]
    [InlineData(null, "^3Warning: There is no locales/de.json in this resource's folder; English is used.^7")]
    public void BrokenFileIsReportedInOneLineAndEnglishIsUsed(string? content, string says)
    {
        using var rig = LocaleRig.StartedIn("\"de\"", rig => LocaleRig.Write(rig, "de", content));

        Assert.Equal(says, Assert.Single(LocaleRig.WarningsAndErrors(rig)));
        AssertEnglish(rig);
    }

    [Theory]
    [InlineData("\"xx\"", "^3Warning: There is no locales/xx.json in this resource's folder; English is used.^7")]
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
    [InlineData("{unknown} {calls}", "{unknown} 101")]
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
        Assert.Contains("is ready: /clear911 clears calls of community", rig.Server.Console.Text);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("^2Call 101 cleared.^7");
        rig.AssertStillWorks();
    }
}
