using System.IO;
using System.Linq;
using CadServer;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner changes in config.json without a restart.</summary>
public sealed class ReloadTests
{
    private const string Fast = ", \"v1IntervalSeconds\": 0.01";

    [Fact]
    public void ChangedKeysAreReportedWithoutValues()
    {
        using var rig = ServerRig.Started();
        rig.Configure(apiKey: "another-SECRET-key", more: ", \"maxBatch\": 7, \"discordWebhook\": \"https://discord.example/SECRET\"");

        Reload(rig, "The settings were applied. Changed: apiKey, discordWebhook, maxBatch.");

        Assert.DoesNotContain("SECRET", rig.Server.Console.Text);
    }

    [Fact]
    public void UnchangedFileIsReported()
    {
        using var rig = ServerRig.Started();

        Reload(rig, "The settings were read again: nothing has changed.");
        rig.AssertStillWorks();
    }

    [Fact]
    public void ChangedConvarsAreReportedWithoutValues()
    {
        using var rig = ServerRig.Started();
        rig.Configure(more: ", \"maxBatch\": 7");
        rig.Server.ConsoleCommand("set remove911:locale de");
        rig.Server.ConsoleCommand("set remove911:discordWebhook https://discord.example/SECRET");
        Reload(rig, "Geändert: remove911:locale, remove911:discordWebhook, maxBatch.");

        rig.Server.ConsoleCommand("set remove911:locale \"\"");
        Reload(rig, "Changed: locale.");

        Assert.DoesNotContain("SECRET", rig.Server.Console.Text);
    }

    [Fact]
    public void ConvarOfAccountAppliesBeforeConfigFile()
    {
        using var rig = ServerRig.Started();
        rig.Cad.AddCommunity("vinewood", "vinewood-key");
        rig.Server.ConsoleCommand("set remove911:communityId vinewood");
        rig.Server.ConsoleCommand("set remove911:apiKey vinewood-key");
        Reload(rig, "Changed: remove911:communityId, remove911:apiKey.");
        rig.Server.ConsoleCommand("clear911 5");
        rig.AwaitConsole("Call 5 cleared.");

        Assert.Contains("\"id\":\"vinewood\",\"key\":\"vinewood-key\"", rig.Cad.Requests[^1].Text);
    }

    [Fact]
    public void WrongConvarKeepsEverythingThatIsInUse()
    {
        using var rig = ServerRig.Started();
        rig.Configure(more: ", \"locale\": \"de\"");
        rig.Server.ConsoleCommand("set remove911:maxBatch 0");
        Reload(rig, "remove911:maxBatch must be a whole number from 1 to 100, but is \"0\". Until then it is 50.");

        rig.AssertStillWorks();
        rig.Server.ConsoleCommand("set remove911:maxBatch 10");
        Reload(rig, "Geändert: locale, remove911:maxBatch.");
    }

    [Fact]
    public void ConvarOfCommandNeedsRestart()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.ConsoleCommand("set remove911:command del911");
        Reload(rig, "The new \"command\" takes effect after");

        rig.Server.ConsoleCommand("restart sonorancad-remove911");
        rig.Server.ConsoleCommand("del911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void ChangedAccountAndApiApplyImmediately()
    {
        using var rig = ServerRig.Started();
        rig.AssertStillWorks();
        rig.Cad.AddCommunity("vinewood", "vinewood-key");
        rig.Configure(communityId: "vinewood", apiKey: "vinewood-key", more: Fast);
        Reload(rig, "Changed: communityId, apiKey, v1IntervalSeconds.");
        rig.Server.ConsoleCommand("clear911 5");
        rig.AwaitConsole("Call 5 cleared.");
        Assert.Contains("\"id\":\"vinewood\",\"key\":\"vinewood-key\"", rig.Cad.Requests[^1].Text);

        rig.Configure(more: ", \"api\": \"v2\"");
        Reload(rig, "Changed: communityId, apiKey, api, v1IntervalSeconds.");
        rig.AssertStillWorks(4712);
        Assert.Equal("DELETE", rig.Cad.Requests[^1].Method);
    }

    [Fact]
    public void ChangedApiAppliesToOpenCallList()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\"");
        rig.Community.Plan = CadPlan.Standard;
        rig.Open(101);
        rig.Start();
        var admin = rig.Admin();
        admin.Command("clear911");
        rig.AwaitChat(admin, "its plan does not include the list");

        rig.Configure(more: ", \"api\": \"v2\"");
        Reload(rig, "Changed: api.");
        admin.Command("clear911");

        rig.AwaitChat(admin, "101: Jane Doe");
    }

    [Fact]
    public void WarningsAfterReloadUseNewLocale()
    {
        using var rig = ServerRig.Started();
        File.WriteAllText(Path.Combine(rig.Folder, "locales", "it.json"), """{ "notify.not_started": "{resource} non è avviata" }""");
        rig.Configure(more: ", \"locale\": \"it\", \"notify\": \"ox_lib\"");

        Reload(rig, "ox_lib non è avviata");
    }

    [Fact]
    public void CallsOfOldCommunityAreNotClearedInNewOne()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        var vinewood = rig.Cad.AddCommunity("vinewood", "vinewood-key");
        rig.Cad.Open(vinewood, 102, caller: "Tom Becker");
        rig.Cad.Open(vinewood, 900, caller: "Mia Chen");
        var admin = rig.Admin();
        admin.Command("clear911 all");
        rig.AwaitChat(admin, "2 open 911 calls: 102, 101.");

        rig.Configure(communityId: "vinewood", apiKey: "vinewood-key");
        Reload(rig, "Changed: communityId, apiKey.");
        admin.Command("clear911 all confirm");
        rig.AwaitChat(admin, "There is nothing left to clear");
        admin.Command("clear911 last");
        rig.AwaitChat(admin, "Call 900 cleared.");

        Assert.Equal([102], rig.Cad.OpenCalls(vinewood).Select(call => call.CallId));
        Assert.Equal([101, 102], rig.OpenCalls());
    }

    [Fact]
    public void NewKeyOfSameCommunityKeepsCachedCalls()
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server);
        push.IncomingCall(301);
        rig.Configure(apiKey: "another-key");
        Reload(rig, "Changed: apiKey.");

        var admin = rig.Admin();
        admin.Command("clear911");

        rig.AwaitChat(admin, "301: ");
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void InvalidSettingsChangeNothingAndAreAllReportedInConsole()
    {
        using var rig = ServerRig.Started();
        rig.Configure(apiKey: "other", more: ", \"maxBatch\": 0, \"logLevel\": \"loud\"");

        Reload(rig, "The settings were not applied");

        Assert.Contains("maxBatch must be a whole number from 1 to 100, but is 0", rig.Server.Console.Text);
        Assert.Contains("logLevel must be one of", rig.Server.Console.Text);
        rig.AssertStillWorks();
        Assert.Contains(ServerRig.ApiKey, rig.Cad.Requests[^1].Text);
    }

    [Theory]
    [InlineData("{ \"communityId\": \"x\"\n \"apiKey\": \"SECRET\" }", "is not valid JSON at line 2")]
    [InlineData("{ \"apiUrl\": \"http://elsewhere\" }", "apiUrl must begin with https://")]
    public void InvalidFileChangesNothing(string text, string says)
    {
        using var rig = ServerRig.Started();
        rig.ConfigureText(text);

        Reload(rig, says);

        Assert.DoesNotContain("SECRET", rig.Server.Console.Text);
        rig.AssertStillWorks();
    }

    [Fact]
    public void MissingFileChangesNothing()
    {
        using var rig = ServerRig.Started();
        File.Delete(Path.Combine(rig.Folder, "config.json"));

        Reload(rig, "There is no config.json in the resource's folder.");

        rig.AssertStillWorks();
    }

    [Fact]
    public void PlayerNeedsReloadPermission()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        rig.Configure(more: ", \"maxBatch\": 7");

        admin.Command("clear911 reload");
        Assert.Contains("You don't have the permission command.clear911reload", Assert.Single(admin.Chat));

        rig.Server.Aces.AddAce("group.admin", "command.clear911reload");
        admin.Command("clear911 reload");
        Assert.Contains("Changed: maxBatch.", admin.Chat[1]);
        rig.AwaitConsole("Reload by Jane Doe (player 1, license:abc123): The settings were applied. Changed: maxBatch.");
        Assert.Empty(admin.MirroredPrints);
    }

    [Fact]
    public void PlayerSeesFirstErrorAndConsoleSeesAll()
    {
        using var rig = ServerRig.Started();
        rig.Server.Aces.AddAce("group.admin", "command.clear911reload");
        var admin = rig.Admin();
        rig.Configure(more: ", \"maxBatch\": 0, \"logLevel\": \"loud\"");

        admin.Command("clear911 reload");
        rig.AwaitConsole("logLevel must be one of");

        var line = Assert.Single(admin.Chat);
        Assert.Contains("maxBatch must be a whole number", line);
        Assert.DoesNotContain("logLevel", line);
        Assert.Contains("The server console lists every error", line);
        Assert.Empty(admin.MirroredPrints);
    }

    [Fact]
    public void RefusedAccountIsRetried()
    {
        using var rig = new ServerRig();
        rig.Configure(more: Fast);
        rig.Community.ApiKey = "the-old-one";
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("No more removals are sent to community grove-street");
        rig.Community.ApiKey = ServerRig.ApiKey;

        Reload(rig, "Sonoran CAD had refused the account; it will be tried again.");

        rig.AssertStillWorks();
    }

    [Fact]
    public void ChangedConvarsApply()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "", more: Fast);
        rig.Server.Convars.Set("sonoran_communityID", "vinewood");
        rig.Server.Convars.Set("sonoran_apiKey", "vinewood-key");
        rig.Start();
        rig.Server.Convars.Set("sonoran_communityID", ServerRig.CommunityId);
        rig.Server.Convars.Set("sonoran_apiKey", ServerRig.ApiKey);

        Reload(rig, "config.json has not changed, but the convars provide a different account");

        rig.AssertStillWorks();
    }

    [Fact]
    public void FileWithoutApiKeyIsApplied()
    {
        using var rig = ServerRig.Started();
        rig.Configure(apiKey: "");

        Reload(rig, "Changed: apiKey.");
        Assert.Contains("et apiKey in config.json", rig.Server.Console.Text);

        rig.Configure();
        Reload(rig, "Changed: apiKey.");
        rig.AssertStillWorks();
    }

    [Fact]
    public void ChangedCommandNeedsRestartAndIsReported()
    {
        using var rig = ServerRig.Started(101);
        rig.Configure(more: ", \"command\": \"del911\", \"maxBatch\": 7");

        Reload(rig, "The new \"command\" takes effect after \"restart sonorancad-remove911\".");
        Assert.Contains("Changed: command, maxBatch.", rig.Server.Console.Text);
        Assert.False(rig.Server.HasCommand("del911"));
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");

        rig.Server.StopResource(ServerRig.ResourceName);
        rig.Start();
        Assert.True(rig.Server.HasCommand("del911"));
    }

    [Fact]
    public void LocaleLogLevelAndQuotaApplyImmediately()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        File.WriteAllText(Path.Combine(rig.Folder, "locales", "xx.json"), """{ "reload.changed": "Neu: {keys}.", "outcome.slow_down": "Langsam." }""");
        rig.Configure(more: ", \"locale\": \"xx\", \"logLevel\": \"debug\", \"playerRequests\": 1" + Fast);

        Reload(rig, "Neu: locale, logLevel, v1IntervalSeconds, playerRequests.");
        admin.Command("clear911 status");
        admin.Command("clear911 status");
        rig.AssertStillWorks();

        Assert.Contains("Langsam.", admin.Chat[1]);
        rig.AwaitConsole("Debug: Request");
    }

    [Fact]
    public void PendingRemovalsAreKeptAndUseNewSettings()
    {
        using var rig = new ServerRig();
        rig.Configure(more: Fast);
        rig.Open(101, 102, 103);
        rig.Cad.Faults.Always(CadFault.Status(503, "down"));
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101 102 103");
        rig.AwaitConsole("Still trying to clear calls");

        rig.Configure(more: ", \"maxBatch\": 1" + Fast);
        Reload(rig, "Changed: maxBatch.");
        rig.Cad.Faults.Clear();
        var before = rig.Cad.Requests.Count;
        rig.Await(() => rig.OpenCalls().Count == 0);

        Assert.True(rig.Cad.Requests.Count - before >= 3);
        rig.AwaitConsole("Calls 101, 102, 103 cleared.");
    }

    [Fact]
    public void ReloadChecksAccountAgain()
    {
        using var rig = new ServerRig();
        rig.Configure(apiKey: "wrong-key", more: Fast, startupCheck: true);
        rig.Start();
        rig.AwaitConsole("not this API key");

        rig.Configure(more: Fast, startupCheck: true);
        Reload(rig, "The account is being checked; the result will be logged.");
        rig.AwaitConsole("The account works");

        rig.Configure(more: Fast);
        Reload(rig, "Changed: startupCheck.");
        Assert.Equal(2, rig.Cad.Requests.Count);
        rig.AssertStillWorks();
    }

    [Fact]
    public void SimultaneousReloadsRunOneCheck()
    {
        using var rig = new ServerRig();
        rig.Configure(startupCheck: true);
        rig.Start();
        rig.AwaitConsole("The account works");

        for (var i = 0; i < 20; i++)
        {
            rig.Server.ConsoleCommand("clear911 reload");
        }

        rig.Await(() => rig.Server.TickHandlerCount(ServerRig.ResourceName) == 0);
        Assert.Equal(2, rig.Cad.Requests.Count);
    }

    [Fact]
    public void FileWithWarningIsAppliedAndWarningIsReported()
    {
        using var rig = ServerRig.Started();
        rig.Configure(more: ", \"maxbach\": 3");

        Reload(rig, "Did you mean \"maxBatch\"?");

        rig.AssertStillWorks();
    }

    private static void Reload(ServerRig rig, string says)
    {
        rig.Server.Console.Clear();
        rig.Server.ConsoleCommand("clear911 reload");
        rig.AwaitConsole(says);
    }
}
