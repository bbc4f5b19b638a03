using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

public sealed class CommandTests
{
    [Fact]
    public void PermittedPlayerClearsCallAndGetsOneLine()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = rig.Admin();

        admin.Command("/clear911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Equal([102], rig.OpenCalls());
        Assert.Single(admin.Chat);
    }

    [Fact]
    public void RequestMatchesDocumentation()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");

        var request = Assert.Single(rig.Cad.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/emergency", request.Path);
        Assert.Equal(
            $$"""{"id":"{{ServerRig.CommunityId}}","key":"{{ServerRig.ApiKey}}","type":"REMOVE_911","data":[{"callId":101}]}""",
            request.Text);
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.StartsWith("sonorancad-remove911/", request.Header("User-Agent"));
    }

    [Fact]
    public void ConfiguredServerIdIsSent()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"serverId\": 1");
        rig.Start();
        rig.Open(101);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");

        Assert.EndsWith("""{"callId":101,"serverId":1}]}""", rig.Cad.Requests[0].Text);
    }

    [Fact]
    public void CommandSendsAllCallsInOneRequest()
    {
        using var rig = ServerRig.Started(101, 102, 103);
        var admin = rig.Admin();

        admin.Command("clear911 #101, 102,103 101");
        rig.AwaitChat(admin, "Calls 101, 102, 103 cleared.");

        Assert.EndsWith("""[{"callId":101},{"callId":102},{"callId":103}]}""", Assert.Single(rig.Cad.Requests).Text);
        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void PlayerWithoutPermissionIsRefusedByServer()
    {
        using var rig = ServerRig.Started(101);
        var guest = rig.Guest();

        guest.Command("clear911 101");
        rig.TickFor();

        Assert.Contains("Access denied", Assert.Single(guest.Chat));
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void PermissionGrantedToEveryoneIsReported()
    {
        using var rig = new ServerRig();
        rig.OtherResource.RegisterCommand("clear911", _ => null, restricted: false);
        rig.Start();

        Assert.Contains("Every player has the permission command.clear911", rig.Server.Console.Text);
    }

    [Fact]
    public void RenamedCommandHasItsOwnPermission()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"command\": \"del911\"");
        rig.Open(101);
        rig.Start();
        rig.Server.Aces.AddAce("group.admin", "command.del911");
        var admin = rig.Admin();

        admin.Command("del911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");
    }

    [Theory]
    [InlineData("clear911 abc", "\"abc\" is not a call id")]
    [InlineData("clear911 \"1 x\"", "\"x\" is not a call id")]
    [InlineData("clear911 ^1evil", "\"evil\" is not a call id")]
    [InlineData("clear911 ,", "No call id was given")]
    public void InvalidInputShowsUsageAndNextCommandWorks(string line, string expected)
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();

        admin.Command(line);
        rig.TickFor();

        var answer = Assert.Single(admin.Chat);
        Assert.Contains(expected, answer);
        Assert.Contains("For help, type /clear911 help.", answer);
        Assert.Empty(rig.Cad.Requests);

        rig.Open(5);
        admin.Command("clear911 5");
        rig.AwaitChat(admin, "Call 5 cleared.");
    }

    [Fact]
    public void MoreThanFiftyCallsAreRefused()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();

        admin.Command("clear911 " + string.Join(" ", Enumerable.Range(1, 51)));
        rig.TickFor();

        Assert.Contains("at most 50", Assert.Single(admin.Chat));
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void NothingIsPrintedDuringPlayerCommand()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin();

        admin.Command("clear911 101");
        admin.Command("clear911 bad");
        admin.Command("clear911");
        rig.AwaitChat(admin, "cleared");

        Assert.Empty(admin.MirroredPrints);
    }

    [Fact]
    public void NothingIsPrintedDuringPlayerCommandThroughAnotherResource()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.OtherResource.RegisterCommand("tidy", _ => Run(rig, "clear911 101 102", "clear911 oops", "clear911"), restricted: false);
        var guest = rig.Guest();

        guest.Command("tidy");
        rig.AwaitConsole("Calls 101, 102 cleared.");
        Assert.Contains("\"oops\" is not a call id", rig.Server.Console.Text);

        Assert.Empty(guest.MirroredPrints);
    }

    [Fact]
    public void LogNamesRequesterWithoutIpAddress()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin("^1Jane\n Doe");

        admin.Command("clear911 101");
        rig.AwaitConsole("Cleared call 101 for Jane Doe (player 1, license:abc123)");

        Assert.DoesNotContain("203.0.113", rig.Server.Console.Text);
    }

    [Fact]
    public void PlayerWhoLeftMeanwhileIsHandled()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin();

        admin.Command("clear911 101");
        admin.Disconnect();
        rig.AwaitConsole("Cleared call 101");
        rig.AssertStillWorks();

        Assert.DoesNotContain("Error", rig.Server.Console.Text);
    }

    [Fact]
    public void OutcomeIsPublishedAsLocalEvent()
    {
        using var rig = ServerRig.Started(101);
        var cleared = new List<object?[]>();
        rig.OtherResource.On("sonorancad-remove911:cleared", cleared.Add);
        var admin = rig.Admin();

        admin.Command("clear911 101");
        rig.Await(() => cleared.Count > 0);

        Assert.Equal(101, CallbackResult.ToInt(cleared[0][0]));
        var requester = (IDictionary<string, object?>)cleared[0][1]!;
        Assert.Equal("player", requester["kind"]);
        Assert.Equal(1, CallbackResult.ToInt(requester["source"]));
        Assert.Equal("Jane Doe", requester["name"]);
        Assert.Equal("license:abc123", requester["license"]);
        Assert.Equal(4, requester.Count);
    }

    [Fact]
    public void TickIsRegisteredOnlyWhileRemovalsArePending()
    {
        using var rig = ServerRig.Started(101);
        rig.TickFor();
        Assert.Equal(0, rig.Server.TickHandlerCount(ServerRig.ResourceName));

        rig.Server.ConsoleCommand("clear911 101");
        Assert.Equal(1, rig.Server.TickHandlerCount(ServerRig.ResourceName));

        rig.AwaitConsole("Call 101 cleared.");
        rig.TickFor();
        Assert.Equal(0, rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Fact]
    public void ExecuteCommandOfAnotherResourceNeedsItsAce()
    {
        using var rig = ServerRig.Started(101);
        var dispatch = rig.Server.AddResource("mdt");

        dispatch.ExecuteCommand("clear911 101");
        rig.TickFor();
        Assert.Equal([101], rig.OpenCalls());

        rig.Server.ConsoleCommand("add_ace resource.mdt command.clear911 allow");
        dispatch.ExecuteCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    private static object? Run(ServerRig rig, params string[] lines)
    {
        foreach (var line in lines)
        {
            rig.OtherResource.ExecuteCommand(line);
        }

        return null;
    }

    [Theory]
    [InlineData("Jane Doe", "license:other")]
    [InlineData("Max", "license:other")]
    public void NewcomerWithServerIdOfRequesterGetsNoReply(string name, string license)
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = rig.Admin();
        admin.Command("clear911 101");
        admin.TriggerServerEvent("sonorancad-remove911:clear", 102, new Func<object?[], object?>(_ => null));
        admin.Disconnect();
        var newcomer = rig.Server.Connect(admin.NetId, name, license);

        rig.AwaitConsole("Cleared call 102 for Jane Doe (player 1, license:abc123)");
        rig.TickFor();

        Assert.Empty(newcomer.Chat);
        Assert.Empty(newcomer.Received);
        Assert.Empty(admin.Chat);
    }

    [Theory]
    [InlineData("Jane Doe", 1)]
    [InlineData("Max", 0)]
    public void PlayerWithoutLicenseIsRecognizedByName(string nameThen, int replies)
    {
        using var rig = ServerRig.Started(101);
        var player = rig.Server.Connect("Jane Doe", "ip:203.0.113.7");
        rig.Server.Aces.AddPrincipal($"player.{player.NetId}", "group.admin");
        player.Command("clear911 101");
        player.Disconnect();
        var then = rig.Server.Connect(player.NetId, nameThen, "ip:203.0.113.7");

        rig.AwaitConsole("Cleared call 101 for Jane Doe (player 1, no license identifier)");
        rig.TickFor();

        Assert.Equal(replies, then.Chat.Count);
    }

    [Theory]
    [InlineData("^#ff0000Red", "Red")]
    [InlineData("~r~Jane~s~", "Jane")]
    [InlineData("^*^_Bold^r", "Bold")]
    [InlineData("Jane\u3164\u115F\u034F\u061C\u2800", "Jane")]
    [InlineData("2026-11-24T12:00:00Z", "2026-11-24T12:00:00Z")]
    public void RestoredPlayerNameIsShownWithoutMarkers(string name, string shown)
    {
        using var rig = ServerRig.Started(101);
        var cleared = new List<object?[]>();
        rig.OtherResource.On("sonorancad-remove911:cleared", cleared.Add);
        rig.Server.Http.HoldResponses(true);
        rig.Admin(name).Command("clear911 101");
        rig.Server.Tick();
        rig.Server.KillResource(ServerRig.ResourceName);
        rig.Server.Http.HoldResponses(false);

        rig.Start();
        rig.AwaitConsole($"Cleared call 101 for {shown} (player 1, license:abc123)");

        Assert.Equal(shown, ((IDictionary<string, object?>)cleared.Single()[1]!)["name"]);
    }
}
