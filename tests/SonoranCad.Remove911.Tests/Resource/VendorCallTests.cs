using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>The open calls that the vendor's resource knows.</summary>
public sealed class VendorCallTests : IDisposable
{
    private const string CacheUpdated = "SonoranCAD::pushevents:EmergencyCacheUpdated";
    private const string Unreadable = "The export GetEmergencyCache of sonorancad returned no list of calls.";

    private readonly ServerRig _rig = new();
    private readonly SonoranCadResource _vendor;

    public VendorCallTests()
    {
        _vendor = new SonoranCadResource(_rig.Server);
        _vendor.PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
    }

    private FxConsole Console => _rig.Server.Console;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void CallsFromBeforeStartAreListedWithoutRequest()
    {
        Poll(301, 302);
        _rig.Start();
        _vendor.IncomingCall(303, "Tom Becker", "Route 68");
        var admin = _rig.Admin();

        admin.Command("clear911");
        _rig.AwaitChat(admin, "3 open 911 calls");

        Assert.Contains("\n301: Jane Doe, Innocence Blvd\n302: Jane Doe, Innocence Blvd\n303: Tom Becker, Route 68, 0 s\n", admin.Chat[0]);
        Assert.DoesNotContain("before this resource started", admin.Chat[0]);
        Assert.Empty(_rig.Cad.Requests);
    }

    [Fact]
    public void NoOpenCallsIsKnownWithoutRequest()
    {
        _rig.Start();
        _vendor.IncomingCall(301);
        _vendor.CallRemoved(301);

        List();
        _rig.AwaitConsole("There are no open 911 calls.");

        Assert.DoesNotContain("before this resource started", Console.Text);
        Assert.Empty(_rig.Cad.Requests);
    }

    [Fact]
    public void LastAndAllClearCallsFromBeforeStart()
    {
        _rig.Open(1, 2, 3);
        Poll(1, 2, 3);
        _rig.Start();
        _rig.Open(4);
        _vendor.IncomingCall(4);
        RemoveFromCad(4);

        _rig.Server.ConsoleCommand("clear911 last");
        _rig.AwaitConsole("Call 3 cleared.");
        _rig.Server.ConsoleCommand("clear911 all");
        _rig.AwaitConsole("2 open 911 calls: 2, 1.");
        _rig.Server.ConsoleCommand("clear911 all confirm");
        _rig.AwaitConsole("Calls 2, 1 cleared.");

        Assert.Empty(_rig.OpenCalls());
        Assert.DoesNotContain(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void PolledCallHasAgeAndCivilMark()
    {
        var updated = _rig.Time.GetUtcNow().AddMinutes(-7.5).ToString("yyyy-MM-ddTHH:mm:ssZ", null);
        _vendor.Poll(SonoranCadResource.ListedCall(301, updated: updated, isEmergency: false));
        _rig.Start();
        _vendor.IncomingCall(302);
        _vendor.CallRemoved(302);

        List();

        _rig.AwaitConsole("301: Jane Doe, Innocence Blvd, 7 min (non-emergency)");
    }

    [Fact]
    public void CadListDecidesWithoutPushEvents()
    {
        _rig.Open(301);
        Poll(301, 302);
        _rig.Start();

        List();
        _rig.AwaitConsole("One open 911 call:");

        Assert.Contains("301: Jane Doe", Console.Text);
        Assert.DoesNotContain("302: ", Console.Text);
        Assert.Single(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void CadListDecidesAfterTenMinutesWithoutPushEvent()
    {
        _rig.Open(302);
        Poll(301, 302);
        _rig.Start();
        _vendor.IncomingCall(303);
        _vendor.HasPushEvents = false;
        _rig.TickFor(seconds: 601);

        List();
        _rig.AwaitConsole("One open 911 call:");

        Assert.Contains("302: ", Console.Text);
        Assert.Single(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void CadListDecidesForAsLongAsPushEventsAreSilent()
    {
        _rig.Open(302, 303);
        Poll(302, 303);
        _rig.Start();
        _vendor.IncomingCall(303);
        _vendor.HasPushEvents = false;
        _rig.TickFor(seconds: 601);
        List();
        _rig.AwaitConsole("2 open 911 calls");

        _rig.Cad.Remove(_rig.Community, 302);
        _rig.TickFor(seconds: 60);
        List();
        _rig.AwaitConsole("One open 911 call:");

        Assert.Equal(2, _rig.Cad.Requests.Count(IsList));
    }

    [Fact]
    public void PollIsNoSignOfPushEvents()
    {
        _rig.Open(301);
        Poll(301, 302);
        _rig.Start();
        Poll(301, 302);

        List();
        _rig.AwaitConsole("One open 911 call:");

        Assert.Single(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void CallsMissingFromCadListStayClosedUntilEventOpensThem()
    {
        _rig.Open(301);
        Poll(301, 302);
        _rig.Start();
        List();
        _rig.AwaitConsole("One open 911 call:");
        _rig.TickFor(seconds: 20);

        _vendor.IncomingCall(303);
        List();
        _rig.AwaitConsole("2 open 911 calls");
        Assert.DoesNotContain("302: ", Console.Text);

        _vendor.IncomingCall(302);
        List();
        _rig.AwaitConsole("3 open 911 calls");
        Assert.Single(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void ClearedCallIsNotListedThoughVendorStillHasIt()
    {
        _rig.Open(301, 302);
        Poll(301, 302);
        _rig.Start();
        _vendor.IncomingCall(302);
        _vendor.HasPushEvents = false;
        _rig.Server.ConsoleCommand("clear911 301");
        _rig.AwaitConsole("Call 301 cleared.");

        Poll(301);
        List();
        _rig.AwaitConsole("One open 911 call:");

        Assert.Contains("302: ", Console.Text);
        Assert.Equal(1, _vendor.CacheReads);
    }

    [Fact]
    public void VendorCallsAreListedAsUncheckedIfCadListFails()
    {
        _rig.Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());
        Poll(301, 302);
        _rig.Start();
        var admin = _rig.Admin();

        admin.Command("clear911");
        _rig.AwaitChat(admin, "2 open 911 calls");

        Assert.Contains("Not confirmed by Sonoran CAD: calls may be missing or gone.", admin.Chat[0]);
        Assert.Single(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void ChangeWhileListIsInFlightIsReadIfListFails()
    {
        _rig.Cad.Faults.Always(CadRoute.Calls, CadFault.Slow(TimeSpan.FromSeconds(30)));
        _rig.Start();
        List();
        _rig.TickFor(seconds: 2);
        Poll(301);
        _rig.TickFor(seconds: 1);
        Assert.Equal(1, _vendor.CacheReads);

        _rig.AwaitConsole("301: Jane Doe", TimeSpan.FromSeconds(20));

        Assert.Contains("Not confirmed by Sonoran CAD", Console.Text);
        Assert.Equal(2, _vendor.CacheReads);
    }

    [Fact]
    public void NothingIsReadUntilSomebodyAsks()
    {
        _rig.Start();
        for (var callId = 301; callId < 330; callId++)
        {
            _vendor.IncomingCall(callId);
            Poll(callId);
            _rig.TickFor(seconds: 1);
        }

        Assert.Equal(0, _vendor.CacheReads);
        Assert.Equal(0, _rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Fact]
    public void CallsAreReadAtMostOnceASecond()
    {
        _rig.Start();
        for (var callId = 301; callId <= 330; callId++)
        {
            _vendor.IncomingCall(callId);
            List();
            _rig.TickFor(seconds: 0.1);
        }

        Assert.InRange(_vendor.CacheReads, 3, 4);
    }

    [Fact]
    public void UnchangedCallsAreReadOnceInFifteenSeconds()
    {
        _rig.Start();
        _vendor.IncomingCall(301);
        for (var second = 0; second < 29; second++)
        {
            List();
            _rig.TickFor(seconds: 1);
        }

        Assert.Equal(2, _vendor.CacheReads);
    }

    [Fact]
    public void SlowExportIsCalledLessOften()
    {
        _vendor.ReturnCache = () =>
        {
            _rig.Time.Pass(TimeSpan.FromMilliseconds(100));
            return new object?[] { new { callId = 301 } };
        };
        _rig.Start();
        for (var callId = 401; callId < 415; callId++)
        {
            _vendor.IncomingCall(callId);
            List();
            _rig.TickFor(seconds: 1);
        }

        Assert.Equal(3, _vendor.CacheReads);
    }

    [Fact]
    public void FunctionOfExportIsFetchedOnce()
    {
        // The server frees each one on a thread of its own, which may damage a string of the main thread.
        var fetched = 0;
        _rig.OtherResource.On("__cfx_export_sonorancad_GetEmergencyCache", _ => fetched++);
        _rig.Start();
        for (var callId = 301; callId < 305; callId++)
        {
            _vendor.IncomingCall(callId);
            List();
            _rig.TickFor(seconds: 2);
        }

        Assert.Equal(4, _vendor.CacheReads);
        Assert.Equal(1, fetched);
    }

    [Fact]
    public void PolledCallAppearsThoughPushEventWasLost()
    {
        _rig.Start();
        _vendor.IncomingCall(301);
        List();
        _rig.AwaitConsole("One open 911 call:");
        _rig.TickFor(seconds: 2);

        Poll(302);
        List();

        _rig.AwaitConsole("2 open 911 calls");
        Assert.Empty(_rig.Cad.Requests);
    }

    [Theory]
    [InlineData("another-community", 1)]
    [InlineData(ServerRig.CommunityId, 2)]
    public void CallsOfAnotherCommunityOrServerAreNotUsed(string communityId, int serverId)
    {
        _rig.Configure(more: ", \"serverId\": 1");
        _vendor.PublishAccount(communityId, ServerRig.ApiKey, serverId);
        _rig.Open(101);
        Poll(301, 302);
        _rig.Start();
        _vendor.IncomingCall(303);

        List();
        _rig.AwaitConsole("One open 911 call:");

        Assert.Contains("101: ", Console.Text);
        Assert.Equal(0, _vendor.CacheReads);
    }

    [Fact]
    public void CallsReadForAnotherServerAreDropped()
    {
        _rig.Community.Servers = [1, 2];
        _rig.Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());
        Poll(301);
        _rig.Start();
        _vendor.IncomingCall(302);
        List();
        _rig.Configure(more: ", \"serverId\": 2");
        _rig.Server.ConsoleCommand("clear911 reload");

        _rig.AwaitConsole("The open 911 calls can't be listed.");

        Assert.DoesNotContain("301: ", Console.Text);
    }

    [Fact]
    public void StoppedVendorIsNotAsked()
    {
        Poll(301, 302);
        _rig.Open(302);
        _rig.Start();
        _vendor.IncomingCall(303);
        List();
        _rig.AwaitConsole("3 open 911 calls");
        _vendor.Stop();
        _rig.TickFor(seconds: 601);

        List();

        _rig.AwaitConsole("One open 911 call:");
        Assert.DoesNotContain(Unreadable, Console.Text);
    }

    [Fact]
    public void RestartedVendorIsAskedAfterItsFirstPoll()
    {
        _rig.Open(301, 302, 303);
        Poll(301);
        _rig.Start();
        _vendor.IncomingCall(302);
        List();
        _rig.AwaitConsole("2 open 911 calls");

        _vendor.Stop();
        var restarted = new SonoranCadResource(_rig.Server);
        restarted.PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        _rig.TickFor(seconds: 20);
        List();
        _rig.TickFor();
        Assert.Equal(0, restarted.CacheReads);
        Assert.Single(_rig.Cad.Requests, IsList);

        _rig.TickFor(seconds: 45);
        restarted.IncomingCall(303);
        restarted.Poll(SonoranCadResource.ListedCall(301), SonoranCadResource.ListedCall(302), SonoranCadResource.ListedCall(303));
        List();
        _rig.TickFor();
        Assert.Equal(1, restarted.CacheReads);
        Assert.DoesNotContain(Unreadable, Console.Text);
    }

    public static TheoryData<Func<object?>> UnusableTables => new()
    {
        () => throw new InvalidOperationException("attempt to index a nil value"),
        () => null,
        () => 7,
        () => "calls",
        () => true,
        () => new byte[] { 1, 2 },
        () => new object?[] { 1, "x", null },
        () => new Dictionary<string, object?> { ["301"] = "x" },
        () => new Dictionary<string, object?> { ["301"] = new { caller = "Jane Doe" } },
        () => new Func<object?[], object?>(_ => null),
        () => Enumerable.Range(1, 10_001).Select(id => new { callId = id }).ToArray(),
    };

    [Theory]
    [MemberData(nameof(UnusableTables), DisableDiscoveryEnumeration = true)]
    public void UnusableTableIsLoggedOnceAndPushEventsAndListAreUsed(Func<object?> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _vendor.ReturnCache = table;
        _rig.Open(301);
        _rig.Start();
        List();
        _rig.AwaitConsole("One open 911 call:");
        for (var callId = 302; callId < 305; callId++)
        {
            _rig.TickFor(seconds: 20);
            _vendor.IncomingCall(callId);
            List();
        }

        _rig.AwaitConsole("4 open 911 calls");
        Assert.InRange(_vendor.CacheReads, 2, 4);
        Assert.Single(Console.Lines, line => line.Contains(Unreadable, StringComparison.Ordinal));
        Assert.DoesNotContain("Error in", Console.Text);
        Assert.Single(_rig.Cad.Requests, IsList);
    }

    [Fact]
    public void MissingExportIsLoggedOnceAndListIsUsed()
    {
        _vendor.Stop();
        _rig.Server.AddResource(SonoranCadResource.ResourceName, "3.0.0");
        _rig.Open(301);
        _rig.Start();

        List();
        _rig.AwaitConsole("One open 911 call:");
        _rig.TickFor(seconds: 20);
        List();
        _rig.TickFor();

        Assert.Single(Console.Lines, line => line.Contains(Unreadable, StringComparison.Ordinal));
    }

    [Fact]
    public void DamagedEntriesAreSkipped()
    {
        _vendor.ReturnCache = () => new Dictionary<string, object?>
        {
            ["1"] = null,
            ["2"] = 2,
            ["3"] = new object?[] { 3 },
            ["4"] = new { caller = "No Id" },
            ["5"] = new { callId = -5 },
            ["6"] = new { callId = "six" },
            ["7"] = new { callId = new { callId = 7 } },
            ["8"] = Enumerable.Range(0, 500).ToDictionary(i => i == 0 ? "callId" : "k" + i, i => (object?)8),
            ["301"] = new Dictionary<string, object?> { ["callId"] = "301", ["caller"] = 5, ["location"] = "^3Mirror\nPark", ["updated"] = 12, ["isEmergency"] = "no" },
            ["302"] = new { CALLID = 302.0, Caller = ServerRig.ApiKey, location = new string('x', 100_000) },
        };
        _rig.Start();
        _vendor.IncomingCall(303);

        List();
        _rig.AwaitConsole("3 open 911 calls");

        Assert.Contains("301: unknown caller, Mirror Park", Console.Text);
        Assert.DoesNotContain("(non-emergency)", Console.Text);
        Assert.Matches("302: .*, unknown location", Console.Text);
        Assert.DoesNotContain(ServerRig.ApiKey, Console.Text);
        Assert.DoesNotContain(Unreadable, Console.Text);
    }

    [Fact]
    public void ClientCannotForgeCacheUpdate()
    {
        _rig.Start();
        _vendor.IncomingCall(301);
        List();
        _rig.AwaitConsole("One open 911 call:");
        var guest = _rig.Guest();
        for (var i = 0; i < 20; i++)
        {
            guest.TriggerServerEvent(CacheUpdated, 1, "x");
            _rig.TickFor(seconds: 0.5);
            List();
        }

        _rig.TickFor(seconds: 1);
        Assert.Equal(1, _vendor.CacheReads);
        Assert.Contains($"Ignored a forged push event {CacheUpdated} (source net:1)", Console.Text);
    }

    [Fact]
    public void VendorIsNotAskedWhileCommandRuns()
    {
        // The server would show what the vendor prints to the player.
        Poll(301);
        _rig.Start();
        _vendor.IncomingCall(302);
        var admin = _rig.Admin();

        admin.Command("clear911");

        Assert.Equal(0, _vendor.CacheReads);
        _rig.AwaitChat(admin, "2 open 911 calls");
        Assert.Equal(1, _vendor.CacheReads);
    }

    [Fact]
    public void TwoThousandCallsAreReadAtOnceWithoutRequest()
    {
        Poll([.. Enumerable.Range(1001, 2000)]);
        _rig.Start();
        _vendor.IncomingCall(9001);

        List();
        _rig.AwaitConsole("More than 500 open 911 calls");

        Assert.Contains("3000: Jane Doe", Console.Text);
        Assert.Equal(1, _vendor.CacheReads);
        Assert.Empty(_rig.Cad.Requests);
    }

    [Fact]
    public void OwnListRequestsLeaveOneAMinuteToVendor()
    {
        _rig.Configure(api: "v2");
        _rig.Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());
        _rig.Start();
        for (var i = 0; i < 6; i++)
        {
            List();
            _rig.TickFor(seconds: 1);
        }

        Assert.Equal(4, _rig.Cad.Requests.Count(IsList));
        Assert.Contains("The list can only be read 4 times a minute", Console.Text);

        _vendor.Stop();
        List();
        _rig.TickFor(seconds: 1);
        List();
        _rig.AwaitConsole("The list can only be read 5 times a minute");
        Assert.Equal(5, _rig.Cad.Requests.Count(IsList));
    }

    private static bool IsList(ReceivedRequest request) => request.Path.EndsWith("calls", StringComparison.Ordinal);

    private void List() => _rig.Server.ConsoleCommand("clear911");

    private void Poll(params int[] callIds) => _vendor.Poll([.. callIds.Select(callId => SonoranCadResource.ListedCall(callId))]);

    private void RemoveFromCad(int callId)
    {
        _rig.Cad.Remove(_rig.Community, callId);
        _vendor.CallRemoved(callId);
    }
}
