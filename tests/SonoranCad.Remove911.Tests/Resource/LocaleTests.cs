using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner sees of the languages.</summary>
public sealed class LocaleTests
{
    public static TheoryData<string> Languages => [.. ShippedLocale.Names()];

    [Fact]
    public void GermanLocaleAppliesToPlayerConsoleAndCallback()
    {
        using var rig = LocaleRig.StartedIn("\"de\"");
        Assert.Contains($"ist bereit: clear911 löscht Notrufe von Community {ServerRig.CommunityId} unter http://127.0.0.1", rig.Server.Console.Text);

        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Notruf 101 gelöscht.");
        rig.AwaitConsole("Notruf 101 gelöscht für Jane Doe (Spieler");

        rig.Server.ConsoleCommand("clear911 102 103");
        rig.AwaitConsole("^2Notrufe 102, 103 gelöscht.^7");

        var answer = rig.RequestClear("x");
        rig.Await(() => answer.HasArrived);
        Assert.Equal("„x“ ist keine Notruf-ID.", answer.Message);
        Assert.Equal("invalid_call_id", answer.Code);
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryShippedLocaleIsUsed(string language)
    {
        using var rig = LocaleRig.StartedIn($"\"{language}\"");
        var admin = rig.Admin();

        admin.Command("clear911 101");

        rig.AwaitChat(admin, ShippedLocale.Of(language).Texts["removal.cleared.one"].Replace("{calls}", "101"));
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
        rig.AssertStillWorks();
    }

    [Fact]
    public void LanguageNameIgnoresCaseSpacesAndSeparator()
    {
        using var rig = LocaleRig.StartedIn("\" pt_br \"");

        Assert.Contains("está pronto", rig.Server.Console.Text);
    }

    [Fact]
    public void MissingTextFallsBackToEnglish()
    {
        using var rig = LocaleRig.StartedIn("\"de\"", rig => LocaleRig.Change(rig, "de", texts => texts.Remove("removal.cleared.one")));
        var admin = rig.Admin();

        admin.Command("clear911 101");

        rig.AwaitChat(admin, "Call 101 cleared.");
        rig.AwaitConsole("Notruf 101 gelöscht für Jane Doe");
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void CustomizedTextIsUsed(string language)
    {
        using var rig = LocaleRig.StartedIn($"\"{language}\"", rig => LocaleRig.Change(rig, language, texts => texts["removal.cleared.one"] = "Done with {calls}, over!"));
        var admin = rig.Admin();

        admin.Command("clear911 101");

        rig.AwaitChat(admin, "Done with 101, over!");
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
    }

    [Fact]
    public void CustomLocaleIsUsed()
    {
        using var rig = LocaleRig.StartedIn("\"it\"", rig => LocaleRig.Write(rig, "it", "{ \"removal.cleared.one\": \"Chiamata {calls} rimossa.\" }"));
        var admin = rig.Admin();

        admin.Command("clear911 101");

        rig.AwaitChat(admin, "Chiamata 101 rimossa.");
        Assert.Contains("is ready", rig.Server.Console.Text);
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
    }

    [Fact]
    public void ReloadAppliesChangedTextsAndLocale()
    {
        using var rig = LocaleRig.StartedIn("\"de\"");

        LocaleRig.Change(rig, "de", texts => texts["removal.cleared.one"] = "Erledigt: {calls}!");
        rig.Server.ConsoleCommand("clear911 reload");
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("^2Erledigt: 101!^7");

        rig.Configure(more: ", \"locale\": \"fr\"");
        rig.Server.ConsoleCommand("clear911 reload");
        rig.Server.ConsoleCommand("clear911 102");
        rig.AwaitConsole("^2Appel 102 supprimé.^7");
        Assert.Empty(LocaleRig.WarningsAndErrors(rig));
    }
}
