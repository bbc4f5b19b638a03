using System;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>The owner moves to another community, server or address, where the same ids are other calls.</summary>
public sealed class CallTargetTests
{
    public static TheoryData<string, bool> Moves => new()
    {
        { "community", false }, { "community", true }, { "server", false }, { "server", true }, { "address", false }, { "address", true },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void QueuedRemovalIsNotSentToNewTarget(string what, bool isRestarted)
    {
        using var rig = StartWithWaiting101(out var answer);
        using var elsewhere = StandInCad.Start(rig.Network);
        var (cad, community, server) = Move(rig, what, elsewhere);
        if (isRestarted)
        {
            rig.Server.StopResource(ServerRig.ResourceName);
            rig.Start();
        }
        else
        {
            rig.Server.ConsoleCommand("clear911 reload");
        }

        rig.AwaitConsole("community, number or CAD address changed", TimeSpan.FromMinutes(3));

        Assert.Equal(isRestarted ? "kept" : "community_changed", answer.Code);
        Assert.Contains(cad.OpenCalls(community), call => call.CallId == 101 && call.ServerId == server);
        Assert.Contains(101, rig.OpenCalls());
    }

    [Theory]
    [InlineData("community")]
    [InlineData("server")]
    [InlineData("address")]
    public void RequestForNewTargetDoesNotJoinQueuedRemoval(string what)
    {
        using var rig = StartWithWaiting101(out var old);
        using var elsewhere = StandInCad.Start(rig.Network);
        var (cad, community, server) = Move(rig, what, elsewhere);
        rig.Server.ConsoleCommand("clear911 reload");
        var answer = rig.RequestClear(101);

        rig.Await(() => answer.HasArrived && old.HasArrived, TimeSpan.FromMinutes(3));

        Assert.Equal([101], answer.Cleared);
        Assert.Equal("community_changed", old.Code);
        Assert.DoesNotContain(cad.OpenCalls(community), call => call.CallId == 101 && call.ServerId == server);
        Assert.Contains(101, rig.OpenCalls());
    }

    [Theory]
    [InlineData("community")]
    [InlineData("server")]
    [InlineData("address")]
    public void ConfirmationOfCallsAtOldTargetClearsNothing(string what)
    {
        using var rig = ServerRig.Started(101, 102);
        using var elsewhere = StandInCad.Start(rig.Network);
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        var admin = rig.Admin();
        admin.Command("clear911 all");
        rig.AwaitChat(admin, "To clear these and no newer ones");
        var (cad, community, _) = Move(rig, what, elsewhere);
        rig.Server.ConsoleCommand("clear911 reload");
        rig.TickFor(2);

        admin.Command("clear911 all confirm");
        rig.TickFor(5);

        Assert.Empty(cad.ClearedCalls(community));
        Assert.DoesNotContain("cleared.", string.Concat(admin.Chat));
    }

    [Theory]
    [InlineData("community")]
    [InlineData("server")]
    [InlineData("address")]
    public void NewestCallAtNewTargetIsClearedRightAfterSomebodyElsesAtOldOne(string what)
    {
        using var rig = ServerRig.Started(101);
        using var elsewhere = StandInCad.Start(rig.Network);
        var (jane, john) = (rig.Admin("Jane"), rig.Admin("John"));
        jane.Command("clear911 last");
        rig.AwaitChat(jane, "Call 101 cleared.");
        var (cad, community, server) = Move(rig, what, elsewhere);
        rig.Server.ConsoleCommand("clear911 reload");

        john.Command("clear911 last");
        rig.AwaitChat(john, "Call 101 cleared.");

        Assert.DoesNotContain(cad.OpenCalls(community), call => call.CallId == 101 && call.ServerId == server);
        Assert.Contains("Clearing the newest call: 101", john.Chat[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("community")]
    [InlineData("server")]
    [InlineData("address")]
    public void NewestCallAtNewTargetIsNotSharedWithPersonWhoAskedAtOldOne(string what)
    {
        using var rig = ServerRig.Started(101);
        using var elsewhere = StandInCad.Start(rig.Network);
        var (jane, john) = (rig.Admin("Jane"), rig.Admin("John"));
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.Slow(TimeSpan.FromSeconds(4)));
        jane.Command("clear911 last");
        rig.AwaitChat(jane, "Clearing the newest call: 101");
        rig.TickFor(0.5);
        Move(rig, what, elsewhere);
        rig.Server.ConsoleCommand("clear911 reload");

        john.Command("clear911 last");
        rig.AwaitChat(john, "Call 101 cleared.");

        Assert.Contains("Clearing the newest call: 101", john.Chat[0], StringComparison.Ordinal);
        Assert.DoesNotContain("John", string.Concat(jane.Chat), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovalAtOldTargetDoesNotCloseCallAtNewOne()
    {
        using var rig = new ServerRig();
        rig.Configure(api: "v2");
        rig.Open(101);
        rig.Start();
        var other = rig.Cad.AddCommunity("vinewood", "vinewood-key");
        rig.Cad.Open(other, 101);
        rig.Cad.Open(other, 102);
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.Slow(TimeSpan.FromSeconds(4)));
        var old = rig.RequestClear(101);
        rig.TickFor(0.5);
        rig.Configure(communityId: "vinewood", apiKey: "vinewood-key", api: "v2");
        rig.Server.ConsoleCommand("clear911 reload");
        rig.Server.ConsoleCommand("clear911 all");
        rig.AwaitConsole("2 open 911 calls: 102, 101.");
        Assert.False(old.HasArrived);
        rig.Await(() => old.HasArrived);

        rig.Server.ConsoleCommand("clear911 confirm");
        rig.AwaitConsole("Calls 102, 101 cleared.");

        Assert.Equal([101], old.Cleared);
        Assert.Empty(rig.Cad.OpenCalls(other));
    }

    private static ServerRig StartWithWaiting101(out CallbackResult answer)
    {
        var rig = ServerRig.Started(101);
        rig.Cad.Faults.Always(CadFault.ServerError(503));
        answer = rig.RequestClear(101);
        rig.TickFor(1);
        rig.Cad.Faults.Always(null);
        return rig;
    }

    private static (StandInCad Cad, CadCommunity Community, int ServerId) Move(ServerRig rig, string what, StandInCad elsewhere)
    {
        switch (what)
        {
            case "community":
                var other = rig.Cad.AddCommunity("vinewood", "vinewood-key");
                rig.Cad.Open(other, 101);
                rig.Configure(communityId: "vinewood", apiKey: "vinewood-key");
                return (rig.Cad, other, 1);
            case "server":
                rig.Community.Servers = [1, 2];
                rig.Cad.Open(rig.Community, 101, serverId: 2);
                rig.Configure(more: ", \"serverId\": 2");
                return (rig.Cad, rig.Community, 2);
            default:
                var same = elsewhere.AddCommunity(ServerRig.CommunityId, ServerRig.ApiKey);
                elsewhere.Open(same, 101);
                rig.ConfigureText($$"""{ "communityId": "{{ServerRig.CommunityId}}", "apiKey": "{{ServerRig.ApiKey}}", "apiUrl": "{{elsewhere.Url.ToString().TrimEnd('/')}}", "startupCheck": false }""");
                return (elsewhere, same, 1);
        }
    }
}
