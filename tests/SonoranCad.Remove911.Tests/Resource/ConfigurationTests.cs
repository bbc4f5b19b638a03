using System;
using System.IO;
using System.Linq;
using System.Text;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner sees of the configuration.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public void UnconfiguredResourceStartsWithThreeErrorsAndRefusesCommands()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Start();

        var lines = rig.Server.Console.Lines.Where(line => line.StartsWith("^1Error", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Contains("communityId and apiKey have no value", lines[0]);
        Assert.Contains("add_convar_permission sonorancad-remove911 read sonoran_apiKey", lines[1]);

        var admin = rig.Admin();
        admin.Command("clear911 101");
        Assert.Contains("Call 101 not cleared: This server has no Sonoran CAD account yet", Assert.Single(admin.Chat));
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void MissingAccountIsReadAgainFromConvarsOnNextCommand()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Server.Convars.Set("sonoran_communityID", "protection_initialized");
        rig.Open(101, 102);
        rig.Start();
        var admin = rig.Admin();
        admin.Command("clear911 101");
        Assert.Contains("no Sonoran CAD account yet", admin.Chat[0]);

        rig.Server.Convars.Set("sonoran_communityID", ServerRig.CommunityId);
        rig.Server.Convars.Set("sonoran_apiKey", ServerRig.ApiKey);
        rig.Server.Convars.Set("sonoran_serverId", "1");
        rig.TickFor(1);
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Contains("\"serverId\":1", rig.Cad.Requests[0].Text);
    }

    [Fact]
    public void AccountMayComeFromOurConvarsAlone()
    {
        using var rig = new ServerRig();
        rig.ConfigureText("{}");
        SetAccount(rig);
        rig.Server.ConsoleCommand("set remove911:startupCheck 0");
        rig.Server.ConsoleCommand("set remove911:api v1");
        rig.Start();
        rig.AssertStillWorks();

        Assert.Contains("Set by convar: remove911:communityId, remove911:apiKey, remove911:apiUrl, remove911:api, remove911:startupCheck.", rig.Server.Console.Text);
        Assert.DoesNotContain("From config.json", rig.Server.Console.Text);
        Assert.DoesNotContain(ServerRig.ApiKey, rig.Server.Console.Text);
    }

    [Fact]
    public void MissingAccountIsReadAgainFromOurConvarsOnNextCommand()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Start();
        SetAccount(rig);

        rig.AssertStillWorks();
    }

    [Fact]
    public void ConvarProtectedForOthersIsNotSet()
    {
        using var rig = new ServerRig();
        rig.Configure();
        rig.Server.Convars.Set("remove911:apiKey", "another-key");
        rig.Server.Convars.Grant("dispatch", "remove911:apiKey");
        rig.Start();

        rig.AssertStillWorks();
    }

    [Fact]
    public void StatusNamesSourcesInConsoleOnly()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"serverId\": 1");
        rig.Server.Convars.Set("remove911:maxBatch", "10");
        rig.Start();
        var admin = rig.Admin();
        rig.Server.Console.Clear();

        rig.Server.ConsoleCommand("clear911 status");
        admin.Command("clear911 status");
        rig.AwaitConsole("Last error");

        Assert.Contains("From config.json: communityId, apiKey, serverId.", rig.Server.Console.Text);
        Assert.Contains("Set by convar: remove911:maxBatch.", rig.Server.Console.Text);
        Assert.DoesNotContain("config.json", ServerRig.LastLine(admin));
        Assert.DoesNotContain("convar", ServerRig.LastLine(admin));
    }

    [Fact]
    public void MissingAccountIsReadAgainFromConfigOnNextCommand()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Open(101);
        rig.Start();
        rig.Configure();

        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void InvalidJsonIsReportedWithPositionAndCommandsAreRefused()
    {
        using var rig = new ServerRig();
        rig.ConfigureText("{\n  \"communityId\": \"x\"\n  \"apiKey\": \"SECRET-VALUE\"\n}");
        rig.Start();
        var admin = rig.Admin();
        admin.Command("clear911 1");

        Assert.Contains("line 3, column", rig.Server.Console.Text);
        Assert.Contains("line 3, column", Assert.Single(admin.Chat));
        Assert.DoesNotContain("SECRET-VALUE", rig.Server.Console.Text + admin.Chat[0]);
    }

    [Fact]
    public void MissingFileIsReportedAndUsesDefaults()
    {
        using var rig = new ServerRig();
        File.Delete(Path.Combine(rig.Folder, "config.json"));
        rig.Start();

        Assert.Contains("There is no config.json", rig.Server.Console.Text);
        Assert.Contains("No call can be cleared yet", rig.Server.Console.Text);
    }

    [Fact]
    public void PlainHttpUrlIsRefusedBeforeAnyRequest()
    {
        using var rig = new ServerRig();
        rig.ConfigureText($$"""{ "communityId": "c", "apiKey": "{{ServerRig.ApiKey}}", "apiUrl": "http://192.0.2.1" }""");
        rig.Start();
        rig.Server.ConsoleCommand("clear911 1");
        rig.AwaitConsole("apiUrl must begin with https://");

        Assert.Empty(rig.Server.Http.Requests);
    }

    [Fact]
    public void StartupLineNamesCommunityAndUrl()
    {
        using var rig = ServerRig.Started();

        Assert.Contains($"is ready: clear911 clears calls of community {ServerRig.CommunityId} at http://127.0.0.1", rig.Server.Console.Text);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void Utf16FileIsReportedAsUtf16(string encoding, bool hasMark)
    {
        using var rig = new ServerRig();
        WriteUtf16(rig, "config.json", encoding, hasMark);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 reload");
        rig.AwaitConsole("were not applied");

        Assert.Equal(2, rig.Server.Console.Lines.Count(line => line.Contains("config.json is saved as UTF-16, which the server cannot read. Save it as UTF-8", StringComparison.Ordinal)));
        Assert.DoesNotContain("valid JSON", rig.Server.Console.Text);
    }

    [Fact]
    public void Utf16LocaleIsReportedAsUtf16()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"locale\": \"de\"");
        WriteUtf16(rig, "locales/de.json", "utf-16", hasMark: true);
        rig.Start();

        Assert.Contains("locales/de.json cannot be used, so messages are in English: it is saved as UTF-16; save it as UTF-8.", rig.Server.Console.Text);
    }

    [Fact]
    public void StrayTextFileIsReportedAtStartAndReload()
    {
        using var rig = new ServerRig();
        File.Move(Path.Combine(rig.Folder, "config.json"), Path.Combine(rig.Folder, "config.json.txt"));
        rig.Start();
        Assert.Contains("^3Warning: The file is named config.json.txt, so it is not read. Rename it to config.json", rig.Server.Console.Text);
        Assert.DoesNotContain("There is no config.json", rig.Server.Console.Text);

        rig.Server.Console.Clear();
        rig.Server.ConsoleCommand("clear911 reload");
        rig.AwaitConsole("The file is named config.json.txt");
    }

    [Fact]
    public void KeysAsVendorSpellsThemAreAccepted()
    {
        using var rig = new ServerRig();
        rig.ConfigureText($$"""{ "communityID": "{{ServerRig.CommunityId}}", "apikey": "{{ServerRig.ApiKey}}", "APIURL": "{{rig.Cad.Url}}", "startupCheck": false }""");
        rig.Start();

        rig.AssertStillWorks();
        Assert.DoesNotContain("^3", rig.Server.Console.Text);
    }

    [Fact]
    public void SpacesAndInvisibleCharactersAroundKeysAreIgnored()
    {
        using var rig = new ServerRig();
        rig.ConfigureText($$"""{ "communityId ": "{{ServerRig.CommunityId}}", "​apiKey ": "{{ServerRig.ApiKey}}", " apiUrl": "{{rig.Cad.Url}}", "startupCheck": false }""");
        rig.Start();

        rig.AssertStillWorks();
        Assert.DoesNotContain("^3", rig.Server.Console.Text);
    }

    [Fact]
    public void MistypedKeyIsReported()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"logLvel\": \"debug\"");
        rig.Start();

        Assert.Contains("Did you mean \"logLevel\"?", rig.Server.Console.Text);
    }

    // Without its byte order mark, the file still arrives up to the first NUL.
    private static void WriteUtf16(ServerRig rig, string name, string encodingName, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        byte[] mark = hasMark ? encoding.GetPreamble() : [];
        File.WriteAllBytes(Path.Combine(rig.Folder, name), [.. mark, .. encoding.GetBytes("{ \"apiKey\": \"k\" }")]);
    }

    [Fact]
    public void InvalidValueIsShownInConsoleOnly()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"serverId\": \"pasted-here-by-mistake\"");
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911 101");

        Assert.Contains("serverId must be a whole number of 1 or more, or null.", ServerRig.LastLine(admin));
        Assert.DoesNotContain("pasted-here", ServerRig.LastLine(admin));
        Assert.Contains("but is \"pasted-here-by-mistake\"", rig.Server.Console.Text);
    }

    [Theory]
    [InlineData("apiKey", "SE\\u200BCRET")]
    [InlineData("apiKey", "SE\\u200DCRET")]
    [InlineData("apiKey", "SE\\u0000CRET")]
    [InlineData("apiKey", "SE\\u3164CRET")]
    [InlineData("communityId", "SE\\u2060CRET")]
    [InlineData("apiUrl", "https://SE CRET")]
    [InlineData("apiUrl", "https://SE\\tCRET")]
    [InlineData("apiUrl", "https://x/SE\\u0000CRET")]
    [InlineData("apiUrl", "https://x/SE\\u200CCRET")]
    public void InvisibleCharacterOfAccountIsNamedWithoutTheValue(string key, string value)
    {
        using var rig = new ServerRig();
        rig.ConfigureText($$"""{ "communityId": "c", "apiKey": "k", "{{key}}": "{{value}}" }""");
        rig.Start();
        var admin = rig.Admin();
        admin.Command("clear911 101");

        Assert.Contains("invisible character", rig.Server.Console.Text);
        Assert.Contains("invisible character", ServerRig.LastLine(admin));
        Assert.DoesNotContain("CRET", rig.Server.Console.Text + ServerRig.LastLine(admin));
        Assert.Empty(rig.Server.Http.Requests);
    }

    [Theory]
    [InlineData("\"command\": \"del911\\n\"", "command must be 1 to 32 letters")]
    [InlineData("\"command\": \"del911\\n\\n\"", "command must be 1 to 32 letters")]
    public void CommandThatEndsInLineBreakIsRefused(string setting, string error)
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", " + setting);
        rig.Open(101);
        rig.Start();

        Assert.Contains(error, rig.Server.Console.Text);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void OversizedFileIsRefusedWithOneMessageAndWithoutDelay()
    {
        using var rig = new ServerRig();
        rig.ConfigureText("{ " + string.Join(", ", Enumerable.Range(0, 500_000).Select(i => $"\"unknown{i}\": {i}")) + " }");
        rig.Start();
        var admin = rig.Admin();
        admin.Command("clear911 101");

        Assert.Single(rig.Server.Console.Lines, line => line.Contains("config.json is longer than 64 KB"));
        Assert.InRange(rig.Server.Console.Lines.Count, 1, 5);
        Assert.Contains("longer than 64 KB", Assert.Single(admin.Chat));
    }

    [Fact]
    public void ThousandsOfUnknownKeysGiveFewWarnings()
    {
        using var rig = new ServerRig();
        rig.Configure(more: string.Concat(Enumerable.Range(0, 3000).Select(i => $", \"x{i}\": 1, \"api\": 1")));
        rig.Start();

        Assert.Equal(5, rig.Server.Console.Lines.Count(line => line.Contains("not a setting") || line.Contains("twice")));
        Assert.Single(rig.Server.Console.Lines, line => line.Contains("config.json has more errors"));
        Assert.InRange(rig.Server.Console.Lines.Count, 1, 40);
        rig.AssertStillWorks();
    }

    private static void SetAccount(ServerRig rig)
    {
        rig.Server.ConsoleCommand($"set remove911:communityId {ServerRig.CommunityId}");
        rig.Server.ConsoleCommand($"set remove911:apiKey {ServerRig.ApiKey}");
        rig.Server.ConsoleCommand($"set remove911:apiUrl {rig.Cad.Url}");
    }
}
