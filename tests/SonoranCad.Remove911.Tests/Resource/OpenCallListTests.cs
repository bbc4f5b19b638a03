using System;
using System.Linq;
using System.Text;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>The command without arguments lists the open calls.</summary>
public sealed class OpenCallListTests
{
    [Fact]
    public void OpenCallsAreListedNewestLast()
    {
        using var rig = new ServerRig();
        rig.Cad.Open(rig.Community, 101, caller: "Rosa Alvarez", location: "Innocence Blvd");
        rig.Cad.Open(rig.Community, 102, caller: "Tom Becker", location: "Route 68, Harmony");
        rig.Start();
        var admin = rig.Admin();

        admin.Command("/clear911");
        rig.AwaitChat(admin, "open 911 call");

        Assert.Equal(
            """
            911: 2 open 911 calls, newest last:
            101: Rosa Alvarez, Innocence Blvd
            102: Tom Becker, Route 68, Harmony
            To clear: /clear911 102, or /clear911 last for the newest.
            """.ReplaceLineEndings("\n"),
            Assert.Single(admin.Chat));
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void CivilCallIsMarkedAsNonEmergency(string api)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"api\": \"{api}\"");
        rig.Cad.Open(rig.Community, 101, caller: "Rosa Alvarez", location: "Innocence Blvd").IsEmergency = false;
        rig.Cad.Open(rig.Community, 102, caller: "Tom Becker", location: "Route 68");
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "2 open 911 calls");

        var lines = admin.Chat[0].Split('\n');
        Assert.EndsWith("(non-emergency)", Assert.Single(lines, line => line.StartsWith("101: Rosa Alvarez, Innocence Blvd", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.Contains("(non-emergency)", StringComparison.Ordinal));
    }

    [Fact]
    public void V1RequestMatchesDocumentation()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"serverId\": 1");
        rig.Start();

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("There are no open 911 calls.");

        var request = Assert.Single(rig.Cad.Requests);
        Assert.Equal(("POST", "/emergency/get_calls"), (request.Method, request.Path));
        Assert.Equal(
            $$"""{"id":"{{ServerRig.CommunityId}}","key":"{{ServerRig.ApiKey}}","type":"GET_CALLS","data":[{"serverId":1}]}""", request.Text);
    }

    [Fact]
    public void MissingServerIdDefaultsToFirstServer()
    {
        using var rig = ServerRig.Started();

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("There are no open 911 calls.");

        Assert.EndsWith("\"data\":[{\"serverId\":1}]}", Assert.Single(rig.Cad.Requests).Text);
    }

    [Fact]
    public void V2ListShowsAgeOfCalls()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v2\"");
        rig.Cad.Open(rig.Community, 201, updated: rig.Time.GetUtcNow().AddMinutes(-7.5));
        rig.Cad.Open(rig.Community, 105, updated: rig.Time.GetUtcNow().AddMinutes(-3.5));
        rig.Cad.Open(rig.Community, 106, updated: rig.Time.GetUtcNow().AddHours(-3.5));
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "open 911 call");

        Assert.Equal(
            ["106: Jane Doe, Innocence Blvd, 3 h", "201: Jane Doe, Innocence Blvd, 7 min", "105: Jane Doe, Innocence Blvd, 3 min"],
            Lines(admin.Chat[0])[1..4]);
        var request = rig.Cad.Requests[0];
        Assert.Equal(("GET", "/v2/emergency/servers/1/calls", "?type=1&closedLimit=0"), (request.Method, request.Path, request.Query));
    }

    [Fact]
    public void LongListShowsFiveNewestCallsInChatAndAllInConsole()
    {
        using var rig = ServerRig.Started([.. Enumerable.Range(1, 300)]);
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "300 open 911 calls, newest last:");

        var lines = Lines(admin.Chat[0]);
        Assert.Equal("… and 295 older", lines[1]);
        Assert.Equal(["296", "297", "298", "299", "300"], lines[2..7].Select(line => line.Split(':')[0]));
        Assert.Equal("To clear: /clear911 300, or /clear911 last for the newest.", lines[7]);

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("To clear");
        Assert.Equal(300, rig.Server.Console.Lines.Count(line => line.Contains("Innocence Blvd", StringComparison.Ordinal)));
    }

    [Fact]
    public void ListFitsChatMessageRegardlessOfNames()
    {
        using var rig = new ServerRig();
        for (var id = 2147483600; id < 2147483620; id++)
        {
            rig.Cad.Open(rig.Community, id, caller: new string('救', 200), location: string.Concat(Enumerable.Repeat("🚨", 100)));
        }

        rig.Start();
        var admin = rig.Admin();
        admin.Command("clear911");
        rig.AwaitChat(admin, "open 911 call");

        Assert.InRange(Encoding.UTF8.GetByteCount(admin.Chat[0]), 500, 1600);
    }

    [Fact]
    public void CallerNameIsSanitizedAndRedacted()
    {
        using var rig = new ServerRig();
        rig.Cad.Open(rig.Community, 1, caller: "^1Evil\n{call} " + ServerRig.ApiKey, location: "");
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "open 911 call");

        Assert.Equal("1: Evil {call} [secret], unknown location", Lines(admin.Chat[0])[1]);
    }

    [Fact]
    public void QueriesWithinSecondsShareOneRequest()
    {
        using var rig = ServerRig.Started(101);
        var (jane, john) = (rig.Admin(), rig.Admin("John"));

        jane.Command("clear911");
        john.Command("clear911");
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitChat(jane, "One open 911 call:");
        rig.AwaitChat(john, "One open 911 call:");
        rig.AwaitConsole("One open 911 call:");
        jane.Command("clear911");

        Assert.Equal(2, jane.Chat.Count);
        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void CallBeingClearedIsMarkedAndThenDropped()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Still trying to clear call");

        admin.Command("clear911");
        rig.AwaitChat(admin, "open 911 call");
        Assert.Contains("\n101: Jane Doe, Innocence Blvd (being cleared)\n", ServerRig.LastLine(admin));

        rig.AwaitChat(admin, "Call 101 cleared.");
        admin.Command("clear911");
        rig.AwaitChat(admin, "One open 911 call:");
        Assert.Equal(1, rig.Cad.Requests.Count(request => request.Path.EndsWith("get_calls", StringComparison.Ordinal)));
    }

    [Fact]
    public void AutoListsOnV2AndClearsOnV1InStandardPlan()
    {
        using var rig = new ServerRig();
        rig.Configure(api: "auto");
        rig.Open(101);
        rig.Start();
        rig.Community.Plan = CadPlan.Standard;
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "101: Jane Doe");
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Equal(
            ["/emergency/get_calls", "/v2/emergency/servers/1/calls", "/general/get_version", "/emergency"],
            rig.Cad.Requests.Select(request => request.Path));
    }

    [Fact]
    public void UnavailableListIsExplainedWithAlternatives()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\"");
        rig.Community.Plan = CadPlan.Standard;
        rig.Open(101);
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "can't be listed");

        var line = Assert.Single(admin.Chat);
        Assert.Contains("The API is off for this community, or its plan does not include the list", line);
        Assert.EndsWith("/clear911 <callId>", line);
        rig.TickFor(60);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("GET_CALLS) on the Plus plan, API v2 on any plan");

        // The list needs a higher plan than removals, which continue.
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");
    }

    [Theory]
    [InlineData("v1", "400 INVALID API KEY")]
    [InlineData("v1", "400 INVALID COMMUNITY ID")]
    [InlineData("v2", "401")]
    [InlineData("v2", "403")]
    [InlineData("auto", "400 INVALID API KEY")]
    public void ListRefusedForKeySuggestsNeitherNumberNorPlan(string api, string fault)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"api\": \"{api}\"");
        rig.Start();
        Assert.True(CadFault.TryParse(fault, out var parsed, out var error), error);
        rig.Cad.Faults.Always(CadRoute.Calls, parsed);
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "can't be listed");

        var line = Assert.Single(admin.Chat);
        Assert.Contains("does not accept this server's account", line);
        Assert.EndsWith("must check communityId and apiKey.", line);
    }

    [Fact]
    public void TransientListErrorIsNamedAndRecovers()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadRoute.Calls, CadFault.ServerError());
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "returned an error (500).");
        admin.Command("clear911");
        rig.AwaitChat(admin, "One open 911 call:");
    }

    [Fact]
    public void MissingAccountIsReportedAndRecovers()
    {
        using var rig = new ServerRig();
        rig.Configure(apiKey: "");
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911");
        admin.Command("clear911 last");
        Assert.All(admin.Chat, line => Assert.Contains("apiKey has no value", line));
        Assert.Equal(2, admin.Chat.Count);

        rig.Configure();
        rig.Open(101);
        rig.TickFor(1);
        admin.Command("clear911");
        rig.AwaitChat(admin, "One open 911 call:");
    }

    [Fact]
    public void ListingRequiresPermissionAndCountsTowardQuota()
    {
        using var rig = ServerRig.Started(101);
        var (admin, guest) = (rig.Admin(), rig.Guest());
        guest.Command("clear911");
        Assert.Contains("Access denied", Assert.Single(guest.Chat));
        for (var i = 0; i < 7; i++)
        {
            admin.Command("clear911");
        }

        rig.AwaitChat(admin, "One open 911 call:");
        Assert.Equal(5, admin.Chat.Count(line => line.Contains("open", StringComparison.Ordinal)));
        Assert.Contains("too fast", string.Join(" ", admin.Chat));
        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void InvalidArgumentsNameTheHelp()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin();

        admin.Command("clear911 last 5");
        admin.Command("clear911 \"\" x");

        Assert.Equal(2, admin.Chat.Count);
        Assert.All(admin.Chat, line => Assert.Contains("Unknown subcommand", line));
        Assert.Equal([101], rig.OpenCalls());
    }

    [Fact]
    public void TickIsRemovedAfterListArrives()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("One open 911 call:");
        rig.Server.Tick();

        Assert.Equal(0, rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Theory]
    [InlineData("""{"EmergencyCalls":[{"id":101,"caller":"Jane Doe"}]}""")]
    [InlineData("""{"EmergencyCalls":["101",{"callId":"A-7"}]}""")]
    public void ListOfWhatAreNoCallsIsNotNoOpenCalls(string text)
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Always(CadRoute.Calls, CadFault.Status(200, text, "application/json"));
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "The open 911 calls can't be listed.");

        Assert.DoesNotContain("no open 911 calls", admin.Chat[0]);
    }

    private static string[] Lines(string chat) => chat.Split('\n');
}
