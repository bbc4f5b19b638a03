using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>The push events of the vendor's resource.</summary>
public sealed class PushEventTests
{
    private const string Incoming = "SonoranCAD::pushevents:IncomingCadCall";
    private const string Removed = "SonoranCAD::pushevents:CadCallRemoved";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PushEventsAddAndRemoveListedCalls(bool asText)
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server) { CallIdsAsText = asText };
        var admin = rig.Admin();
        push.IncomingCall(301, "Rosa Alvarez", "Innocence Blvd");
        rig.TickFor(seconds: 7);
        push.IncomingCall(302, "Tom Becker", "Route 68");
        rig.TickFor(seconds: 4);

        admin.Command("clear911");
        rig.AwaitChat(admin, "2 open 911 calls");
        Assert.Contains("\n301: Rosa Alvarez, Innocence Blvd, 11 s\n302: Tom Becker, Route 68, 4 s\n", admin.Chat[0]);

        push.CallRemoved(302);
        push.IncomingCall(300, "Mia Chen", "Vespucci Beach");
        admin.Command("clear911");
        Assert.Contains("\n301: Rosa Alvarez, Innocence Blvd, 11 s\n300: Mia Chen, Vespucci Beach, 0 s\n", ServerRig.LastLine(admin));
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void PushEventsUpdateExistingList()
    {
        using var rig = ServerRig.Started(101);
        var push = new SonoranCadResource(rig.Server);
        var admin = rig.Admin();
        admin.Command("clear911");
        rig.AwaitChat(admin, "One open 911 call");
        push.IncomingCall(301);

        admin.Command("clear911");
        rig.AwaitChat(admin, "2 open 911 calls");

        Assert.Matches("\n101: Jane Doe, Innocence Blvd\n301: .*, 0 s\n", admin.Chat[1]);
        Assert.DoesNotContain("before this resource started", admin.Chat[1]);
        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void ListIsRequestedAfterClearingFiveHundredCachedCalls()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxBatch\": 100, \"v1IntervalSeconds\": 0.01");
        rig.Open([.. Enumerable.Range(1, 502)]);
        rig.Start();
        var push = new SonoranCadResource(rig.Server);
        for (var callId = 1; callId <= 502; callId++)
        {
            push.IncomingCall(callId);
        }

        rig.Server.ConsoleCommand("clear911 all");
        rig.Server.ConsoleCommand("clear911 all confirm");
        rig.AwaitConsole("and 490 more cleared.");
        rig.Server.ConsoleCommand("clear911");

        rig.AwaitConsole("2 open 911 calls, newest last:");
        Assert.Equal([1, 2], rig.OpenCalls());
    }

    [Fact]
    public void PushEventsAreUsedIfListIsUnavailable()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\"");
        rig.Community.Plan = CadPlan.Standard;
        rig.Open(101);
        rig.Start();
        var push = new SonoranCadResource(rig.Server);
        var admin = rig.Admin();
        push.IncomingCall(301);

        admin.Command("clear911");

        Assert.StartsWith("911: One open 911 call:\nCalls from before this resource started 0 s ago are not listed.\n301: ", Assert.Single(admin.Chat));
        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void PendingRemovalOfClosedCallIsClearedWithoutRetry()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"notify\": \"chat\"");
        rig.Open(101);
        rig.Start();
        var push = new SonoranCadResource(rig.Server);
        rig.Cad.Faults.Always(CadRoute.Remove911, CadFault.ServerError());
        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Still trying to clear call");
        var sent = rig.Cad.Requests.Count;

        rig.Cad.Remove(rig.Community, 101);
        push.CallRemoved(101);
        rig.AwaitChat(admin, "Call 101 cleared.");

        // One more may have been in flight.
        Assert.InRange(rig.Cad.Requests.Count, sent, sent + 1);
        rig.Cad.Faults.Clear();
        rig.AssertStillWorks();
    }

    [Fact]
    public void ClientCannotForgePushEvents()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        var (admin, guest) = (rig.Admin(), rig.Guest());
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Still trying to clear call");

        for (var i = 0; i < 20; i++)
        {
            guest.TriggerServerEvent(Removed, 101);
            guest.TriggerServerEvent(Incoming, new { callId = 666, caller = "Evil", location = "Here" });
        }

        rig.Await(() => rig.OpenCalls().Count == 0);
        admin.Command("clear911");
        rig.AwaitChat(admin, "There are no open 911 calls.");
        Assert.Equal(3, rig.Server.Console.Lines.Count(line => line.Contains("Ignored a forged push event", StringComparison.Ordinal)));
        Assert.Contains("(source net:2)", rig.Server.Console.Text);
    }

    [Theory]
    [InlineData("another-community", 1)]
    [InlineData(ServerRig.CommunityId, 2)]
    public void PushEventsOfAnotherCommunityOrServerAreIgnored(string communityId, int serverId)
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"serverId\": 1");
        rig.Open(101);
        rig.Start();
        var push = new SonoranCadResource(rig.Server);
        push.PublishAccount(communityId, ServerRig.ApiKey, serverId);
        rig.Cad.Faults.Always(CadRoute.Remove911, CadFault.ServerError());
        var answer = rig.RequestClear(101);
        rig.Await(() => rig.Cad.Requests.Count > 0);
        push.CallRemoved(101);
        push.IncomingCall(301);
        rig.TickFor();
        Assert.False(answer.HasArrived);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("One open 911 call:");
        Assert.DoesNotContain("301:", rig.Server.Console.Text);

        push.PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        push.CallRemoved(101);
        rig.Await(() => answer.HasArrived);
        Assert.Equal([101], answer.Cleared);
    }

    public static TheoryData<object?> InvalidArguments => new()
    {
        null, 0, -1, 1.5, double.NaN, "", "abc", "1,2", true, new byte[] { 1 }, new object[] { 1, 2 }, new Dictionary<string, object?>(),
        new Dictionary<string, object?> { ["callId"] = null }, new Dictionary<string, object?> { ["callId"] = new object?[] { 1, "x" } },
        new Dictionary<string, object?> { ["callId"] = "x", ["caller"] = 5 }, new Func<object?[], object?>(_ => null),
        Enumerable.Range(0, 500).ToDictionary(i => "k" + i, i => (object?)i), new string('9', 5000),
    };

    [Theory]
    [MemberData(nameof(InvalidArguments), DisableDiscoveryEnumeration = true)]
    public void InvalidPushEventArgumentsAreHandled(object? argument)
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server);
        push.Resource.TriggerEvent(Incoming, argument, argument, argument);
        push.Resource.TriggerEvent(Incoming);
        push.Resource.TriggerEvent(Removed, argument);
        push.Resource.TriggerEvent(Removed);

        rig.Open(301);
        push.IncomingCall(301);
        push.IncomingCall(302);
        push.CallRemoved(302);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("One open 911 call:");

        Assert.DoesNotContain("Error in", rig.Server.Console.Text);
    }

    [Fact]
    public void CallWithInvalidFieldsIsListedWithValidOnes()
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server);
        rig.Open(301);
        push.Resource.TriggerEvent(Incoming, new Dictionary<string, object?> { ["CALLID"] = 301.0, ["caller"] = 5, ["location"] = "^3Mirror\nPark" }, 1, "x");
        rig.Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("301: unknown caller, Mirror Park, 0 s");
    }

    [Fact]
    public void AtMostFiveHundredCallsAreKept()
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server);
        rig.Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());
        for (var id = 1; id <= 700; id++)
        {
            push.IncomingCall(id);
        }

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("More than 500 open 911 calls, newest last:");
        rig.AwaitConsole("700: Jane Doe");
    }

    [Fact]
    public void ListDecidesOnceSonoranCadHasStopped()
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server);
        push.IncomingCall(301);
        push.CallRemoved(301);
        push.Stop();
        rig.Open(302);

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("302: Jane Doe");
        rig.TickFor(60);
        rig.Open(303);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("303: Jane Doe");
    }

    [Fact]
    public void StopOfAnotherResourceEndsNoPushEvents()
    {
        using var rig = ServerRig.Started();
        var push = new SonoranCadResource(rig.Server);
        push.IncomingCall(301);
        rig.OtherResource.Stop();

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("301: Jane Doe");

        Assert.Empty(rig.Cad.Requests);
    }

    [Fact]
    public void ListDecidesWhatWasLostInTheSilenceBeforeAPushEvent()
    {
        using var rig = ServerRig.Started(301);
        var push = new SonoranCadResource(rig.Server);
        push.IncomingCall(301);
        push.HasPushEvents = false;
        rig.TickFor(seconds: 601);
        rig.Cad.Remove(rig.Community, 301);
        rig.Open(302, 303);
        push.HasPushEvents = true;
        push.IncomingCall(303);

        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("2 open 911 calls");

        Assert.Contains("302: ", rig.Server.Console.Text);
        Assert.DoesNotContain("301: ", rig.Server.Console.Text);

        // From there on, the events are enough again.
        rig.TickFor(seconds: 20);
        push.CallRemoved(303);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("One open 911 call:");
        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void CallMissedInSilenceIsNotCalledUnlisted()
    {
        using var rig = ServerRig.Started(301);
        var push = new SonoranCadResource(rig.Server);
        push.IncomingCall(301);
        push.HasPushEvents = false;
        rig.TickFor(seconds: 601);
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("One open 911 call:");
        rig.TickFor(seconds: 601);
        rig.Open(302);
        push.HasPushEvents = true;
        push.IncomingCall(303);

        var answer = rig.RequestClear(302);
        rig.Await(() => answer.HasArrived);

        Assert.Equal([302], answer.Cleared);
        Assert.DoesNotContain("has that number", rig.Server.Console.Text);
        Assert.DoesNotContain("had that number", rig.Server.Console.Text);
    }

    [Fact]
    public void PushEventsDoNotRegisterTick()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"serverId\": 1");
        rig.Start();
        var push = new SonoranCadResource(rig.Server);
        rig.Server.Tick();
        push.IncomingCall(1);
        push.CallRemoved(1);

        Assert.Equal(0, rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }
}
