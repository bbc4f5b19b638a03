using System;
using System.Collections.Generic;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>How the resource reports its own state.</summary>
public sealed class StatusTests
{
    [Fact]
    public void ConsoleSeesFullStatus()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
        rig.Server.Console.Clear();

        rig.Server.ConsoleCommand("clear911 status");
        rig.AwaitConsole("Last error");

        var text = rig.Server.Console.Text;
        Assert.Contains("folder sonorancad-remove911", text);
        Assert.Contains($"Account: community {ServerRig.CommunityId} at http://127.0.0.1", text);
        Assert.Contains("API v1: works", text);
        Assert.Contains("Pending: nothing", text);
        Assert.Contains("1 accepted, 1 cleared, 0 failed; requests: 1", text);
        Assert.Contains("Last error: none since startup", text);
    }

    [Fact]
    public void PlayerSeesNeitherCommunityNorApiKey()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();

        admin.Command("clear911 status");
        admin.Command("/CLEAR911 Status");

        Assert.Equal(2, admin.Chat.Count);
        Assert.Contains("Account: set up", admin.Chat[0]);
        Assert.Equal(5, admin.Chat[0].Split('\n').Length);
        Assert.EndsWith("\nAccount: set up\nLast error: none since startup", admin.Chat[0]);
        Assert.DoesNotContain(ServerRig.CommunityId, string.Join("\n", admin.Chat));
        Assert.DoesNotContain(ServerRig.ApiKey, string.Join("\n", admin.Chat));
        Assert.Empty(admin.MirroredPrints);
    }

    [Fact]
    public void PlayerWithoutPermissionIsRefused()
    {
        using var rig = ServerRig.Started();
        var guest = rig.Guest();

        guest.Command("clear911 status");

        Assert.Contains("Access denied", Assert.Single(guest.Chat));
    }

    [Fact]
    public void ConsoleSeesMissingSettingsWithFix()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Start();
        var admin = rig.Admin();
        rig.Server.Console.Clear();

        admin.Command("clear911 status");
        rig.Server.ConsoleCommand("clear911 status");
        rig.AwaitConsole("nothing can be sent");

        Assert.Contains("communityId and apiKey have no value", rig.Server.Console.Text);
        Assert.Contains("et communityId and apiKey in config.json", rig.Server.Console.Text);
        Assert.Contains("Account: not working (not_configured)", admin.Chat[0]);
    }

    [Fact]
    public void RefusedAccountIsNotReportedAsWorking()
    {
        using var rig = ServerRig.Started(101);
        rig.AssertStillWorks();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("INVALID API KEY"));
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("No more removals are sent to");
        var admin = rig.Admin();
        rig.Server.Console.Clear();

        rig.Server.ConsoleCommand("clear911 status");
        admin.Command("clear911 status");
        rig.AwaitConsole("nothing can be sent");

        foreach (var text in new[] { rig.Server.Console.Text, admin.Chat[0] })
        {
            Assert.DoesNotContain("API v1", text);
            Assert.Contains("invalid_api_key", text);
        }
    }

    [Fact]
    public void AccountRefusedByStartupCheckIsNotReportedAsWorking()
    {
        using var rig = new ServerRig();
        rig.Configure(startupCheck: true);
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("INVALID API KEY"));
        rig.Start();
        rig.TickFor(5);
        var admin = rig.Admin();
        rig.Server.Console.Clear();

        rig.Server.ConsoleCommand("clear911 status");
        admin.Command("clear911 status");
        rig.AwaitConsole("which Sonoran CAD refused at the last check");

        Assert.DoesNotContain("API v1", rig.Server.Console.Text);
        Assert.DoesNotContain("API v1", admin.Chat[0]);
        Assert.Contains("invalid_api_key", admin.Chat[0]);
    }

    [Fact]
    public void OutageIsShownInPendingCountsAndLastError()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"v1IntervalSeconds\": 0.01");
        rig.Start();
        rig.Cad.Faults.Always(CadFault.Status(503, "down"));
        rig.Open(101);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Still trying to clear call");

        var table = Status(rig);
        Assert.Equal(true, table["configured"]);
        Assert.Equal("cad_error", table["lastError"]);
        Assert.Contains("(503)", (string)table["lastErrorMessage"]!);
        Assert.InRange(Convert.ToInt64(table["lastErrorAt"], null), 1_700_000_000, 5_000_000_000);
        Assert.Equal(1, Number(table, "waiting") + Number(table, "underWay"));
        Assert.Equal((1, 0, 0), (Number(table, "accepted"), Number(table, "cleared"), Number(table, "failed")));

        rig.Server.ConsoleCommand("clear911 status");
        rig.AwaitConsole("[cad_error]");
        Assert.Contains("oldest ", rig.Server.Console.Text);

        rig.Cad.Faults.Clear();
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void ExportReturnsStatusTable()
    {
        using var rig = ServerRig.Started(101);
        rig.AssertStillWorks();

        var table = Status(rig);

        Assert.Equal(true, table["configured"]);
        Assert.Null(table["problem"]);
        Assert.Equal("v1", table["api"]);
        Assert.Equal(true, table["apiWorks"]);
        Assert.Equal(false, table["circuitOpen"]);
        Assert.Equal((1, 1, 0, 1), (Number(table, "accepted"), Number(table, "cleared"), Number(table, "failed"), Number(table, "requests")));
        Assert.Null(table["oldest"]);
        Assert.DoesNotContain(table.Values, value => value is string text
            && (text.Contains(ServerRig.ApiKey, StringComparison.Ordinal) || text.Contains(ServerRig.CommunityId, StringComparison.Ordinal)));
    }

    [Fact]
    public void ShareOfAKeyThatOthersUseIsNamedAndSurvivesARestart()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v2\"");
        rig.Open(101, 102, 103, 104);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101 102 103");
        rig.AwaitConsole("cleared.");
        Assert.Equal(10, Number(Status(rig), "requestsPerMinute"));

        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.RateLimited());
        rig.Server.ConsoleCommand("clear911 104");
        rig.AwaitConsole("Still trying to clear call");
        AssertNamesShare();

        rig.Server.StopResource(ServerRig.ResourceName);
        rig.Start();
        AssertNamesShare();

        void AssertNamesShare()
        {
            rig.Server.Console.Clear();
            rig.Server.ConsoleCommand("clear911 status");
            rig.AwaitConsole("API key shared: sending 3 of 10 requests a minute");
            Assert.Equal(3, Number(Status(rig), "requestsPerMinute"));
        }
    }

    [Fact]
    public void ExportNamesProblemWithoutAccount()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Start();

        var table = Status(rig);

        Assert.Equal(false, table["configured"]);
        Assert.Equal("not_configured", table["problem"]);
    }

    [Fact]
    public void ExportCallWithoutResourceIsRefused()
    {
        using var rig = ServerRig.Started();
        var guest = rig.Guest();

        var answer = rig.Server.CallExportWithoutResource(ServerRig.ResourceName, "status");
        guest.TriggerServerEvent("__cfx_export_sonorancad-remove911_status", new Func<object?[], object?>(_ => null));
        guest.TriggerServerEvent("__cfx_export_sonorancad-remove911_status", "garbage", 5, null);
        rig.AwaitConsole("Refused an export call that no resource made");

        Assert.Empty(Assert.IsAssignableFrom<IDictionary<string, object?>>(answer));
        Assert.Equal("v1", Status(rig)["api"]);
        rig.AssertStillWorks();
    }

    private static IDictionary<string, object?> Status(ServerRig rig) =>
        Assert.IsAssignableFrom<IDictionary<string, object?>>(rig.OtherResource.CallExport(ServerRig.ResourceName, "status"));

    private static int Number(IDictionary<string, object?> table, string name) => CallbackResult.ToInt(table[name]);
}
