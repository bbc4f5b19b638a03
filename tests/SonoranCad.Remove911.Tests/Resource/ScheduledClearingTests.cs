using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CadServer;
using CadServer.Discord;
using FxServer;
using Moq;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>The settings <c>clearAfterMinutes</c> and <c>clearCivil</c>.</summary>
public sealed class ScheduledClearingTests : IDisposable
{
    private const string ForTheSchedule = " for the schedule (clearAfterMinutes).";

    // The first look comes 15 seconds after startup.
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(20);

    private readonly ServerRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void CallsThatAreOlderAreClearedTogether()
    {
        Start(", \"clearAfterMinutes\": 30");
        Open(101, age: 31);
        Open(102, age: 29);
        Open(103, age: 45);

        _rig.AwaitConsole("Cleared calls 103, 101" + ForTheSchedule, FirstLook);
        Assert.Equal([102], _rig.OpenCalls());

        // It becomes old enough after a minute.
        _rig.AwaitConsole("Cleared call 102" + ForTheSchedule, TimeSpan.FromMinutes(2.5));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("11/10/2026 11:00:00")]
    public void CallWithoutRealTimeStaysOpen(string updated)
    {
        Start(", \"clearAfterMinutes\": 30");
        Open(101, age: 0);
        var list = $$"""{"EmergencyCalls":[{"callId":101,"isEmergency":true,"updated":"{{updated}}"}]}""";
        _rig.Cad.Faults.Always(CadRoute.Calls, CadFault.Status(200, list, "application/json"));

        _rig.AwaitConsole("clearAfterMinutes leaves 1 open call alone, because its age is unknown", FirstLook);
        _rig.TickFor(60);

        Assert.Equal([101], _rig.OpenCalls());
    }

    [Fact]
    public void NothingIsClearedOrReadByDefault()
    {
        Start(string.Empty);
        Open(101, age: 5000);

        _rig.TickFor(600);

        Assert.Equal([101], _rig.OpenCalls());
        Assert.Empty(_rig.Cad.Requests);
        Assert.Equal(0, _rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Fact]
    public void AuditFileEventAndDiscordNameTheSchedule()
    {
        using var discord = DiscordWebhook.Start(_rig.Network);
        var cleared = new List<object?[]>();
        _rig.OtherResource.On("sonorancad-remove911:cleared", cleared.Add);
        Start($", \"clearAfterMinutes\": 30, \"discordWebhook\": \"{discord.Url}\"");
        Open(101, age: 31);

        _rig.Await(() => discord.Messages.Count > 0, FirstLook);

        Assert.Contains("Call 101 cleared for the schedule", discord.Messages[0], StringComparison.Ordinal);
        var line = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(_rig.Folder, "audit"))));
        Assert.Contains("""
            "requester":{"kind":"schedule","name":"schedule","license":""},"callId":101,"outcome":"cleared"
            """, line, StringComparison.Ordinal);
        var requester = (IDictionary<string, object?>)Assert.Single(cleared)[1]!;
        Assert.Equal("schedule", requester["kind"]);
        Assert.Equal(0, Convert.ToInt32(requester["source"], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void CivilCallsStayOpenUnlessAllowed()
    {
        Start(", \"clearAfterMinutes\": 30");
        Open(101, age: 60).IsEmergency = false;
        Open(102, age: 60);
        _rig.AwaitConsole("Cleared call 102" + ForTheSchedule, FirstLook);
        _rig.TickFor(200);
        Assert.Equal([101], _rig.OpenCalls());

        Reload(", \"clearAfterMinutes\": 30, \"clearCivil\": true");
        _rig.AwaitConsole("Cleared call 101" + ForTheSchedule, TimeSpan.FromSeconds(90));
    }

    // An event does not say whether a call is civil, and with events no list is read otherwise.
    [Fact]
    public void ListDecidesWhetherCallOfPushEventIsCivil()
    {
        var push = new SonoranCadResource(_rig.Server);
        Start(", \"clearAfterMinutes\": 30");
        _rig.TickFor(20);
        Open(101, age: 0).IsEmergency = false;
        Open(102, age: 0);
        push.IncomingCall(101);
        push.IncomingCall(102);
        for (var minute = 0; minute < 31; minute++)
        {
            push.CallRemoved(999);
            _rig.TickFor(60);
        }

        _rig.AwaitConsole("Cleared call 102" + ForTheSchedule, TimeSpan.FromMinutes(2));
        Assert.Equal([101], _rig.OpenCalls());
        Assert.Equal(2, ListRequests());

        // What the list has said of a call need not be asked again.
        push.CallRemoved(999);
        _rig.TickFor(240);
        Assert.Equal(2, ListRequests());
    }

    [Fact]
    public void PushEventsAloneAreEnoughIfCivilCallsMayGo()
    {
        var push = new SonoranCadResource(_rig.Server);
        Start(", \"clearAfterMinutes\": 5, \"clearCivil\": true");
        push.IncomingCall(101);
        Open(101, age: 0);

        for (var minute = 0; minute < 6; minute++)
        {
            _rig.TickFor(60);
            push.CallRemoved(999);
        }

        _rig.AwaitConsole("Cleared call 101" + ForTheSchedule, TimeSpan.FromMinutes(2));
        Assert.Equal(0, ListRequests());
    }

    [Fact]
    public void ListIsReadAtMostOnceAMinute()
    {
        Start(", \"clearAfterMinutes\": 30");

        _rig.TickFor(600);

        Assert.InRange(ListRequests(), 9, 11);
        Assert.Equal(ListRequests(), _rig.Cad.Requests.Count);
    }

    [Fact]
    public void StaffCanAlwaysReadTheList()
    {
        Start(", \"clearAfterMinutes\": 30");
        Open(101, age: 1);
        var admin = _rig.Admin();

        for (var query = 1; query <= 40; query++)
        {
            admin.Command("clear911");
            _rig.Await(() => admin.Chat.Count == query);
            _rig.TickFor(10);
        }

        Assert.All(admin.Chat, line => Assert.StartsWith("911: One open 911 call:", line, StringComparison.Ordinal));
        Assert.All(admin.Chat, line => Assert.DoesNotContain("Not confirmed", line, StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownAgesPauseItAndAreReportedOnce()
    {
        Start(", \"clearAfterMinutes\": 30, \"api\": \"v1\"");
        Open(101, age: 60);
        Open(102, age: 60);

        _rig.TickFor(3600);

        Assert.Single(_rig.Server.Console.Lines, line => line.Contains("clearAfterMinutes leaves 2 open calls alone, because their age is unknown", StringComparison.Ordinal));
        Assert.Equal([101, 102], _rig.OpenCalls());
        Assert.InRange(ListRequests(), 10, 14);
    }

    [Fact]
    public void ListThatIsNotInThePlanIsReportedOnceAndReadRarely()
    {
        Start(", \"clearAfterMinutes\": 30, \"api\": \"v1\"");
        _rig.Community.Plan = CadPlan.Standard;

        _rig.TickFor(3600);

        Assert.Single(_rig.Server.Console.Lines, line => line.Contains("clearAfterMinutes clears nothing for now, because the open calls cannot be listed. The API is off", StringComparison.Ordinal));
        Assert.InRange(ListRequests(), 10, 14);
    }

    [Fact]
    public void NothingHappensWhileTheAccountIsRefused()
    {
        Start(", \"clearAfterMinutes\": 30");
        _rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.Unauthorized());
        _rig.Server.ConsoleCommand("clear911 7");
        _rig.AwaitConsole("No more removals are sent");
        _rig.Cad.ClearRequests();
        Open(101, age: 60);

        _rig.TickFor(300);
        Assert.Empty(_rig.Cad.Requests);

        _rig.Server.ConsoleCommand("clear911 reload");
        _rig.AwaitConsole("Cleared call 101" + ForTheSchedule, TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void NothingIsReadOrAddedWhileTheCircuitIsOpen()
    {
        Start(", \"clearAfterMinutes\": 30");
        _rig.Cad.Faults.Always(CadRoute.Remove911, CadFault.ServerError());
        _rig.Server.ConsoleCommand("clear911 7");
        _rig.AwaitConsole("keeps failing", TimeSpan.FromMinutes(10));
        Open(101, age: 60);
        var before = ListRequests();

        _rig.TickFor(300);

        Assert.Equal(before, ListRequests());
        Assert.DoesNotContain(_rig.Cad.Requests, request => request.Path.EndsWith("/101", StringComparison.Ordinal));
    }

    [Fact]
    public void ReloadTurnsItOnChangesItAndTurnsItOff()
    {
        Start(string.Empty);
        Open(101, age: 60);
        Open(102, age: 20);
        _rig.TickFor(120);

        Reload(", \"clearAfterMinutes\": 30");
        _rig.AwaitConsole("Cleared call 101" + ForTheSchedule, TimeSpan.FromSeconds(61));
        Assert.Equal([102], _rig.OpenCalls());

        Reload(", \"clearAfterMinutes\": 10");
        _rig.AwaitConsole("Cleared call 102" + ForTheSchedule, TimeSpan.FromSeconds(61));

        Reload(string.Empty);
        Open(103, age: 60);
        _rig.Cad.ClearRequests();
        _rig.TickFor(300);
        Assert.Equal([103], _rig.OpenCalls());
        Assert.Empty(_rig.Cad.Requests);
        Assert.Equal(0, _rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Fact]
    public void ReloadDoesNotReadTheListMoreOften()
    {
        Start(", \"clearAfterMinutes\": 30");

        for (var reload = 0; reload < 30; reload++)
        {
            Reload($", \"clearAfterMinutes\": {30 + reload}");
            _rig.TickFor(10);
        }

        Assert.InRange(ListRequests(), 4, 6);
    }

    [Fact]
    public void CallThatCouldNotBeClearedIsTriedAgainAfterAnHour()
    {
        Start(", \"clearAfterMinutes\": 30");
        _rig.Cad.Faults.Always(CadRoute.Remove911, CadFault.BadRequest("CALL IS LOCKED"));
        Open(101, age: 60);
        _rig.AwaitConsole("Call 101 not cleared for the schedule (clearAfterMinutes)", FirstLook);

        _rig.TickFor(3500);
        Assert.Single(Removals());

        _rig.TickFor(200);
        Assert.Equal(2, Removals().Length);
    }

    [Fact]
    public void CallThatIsPendingAlreadyIsNotAskedForTwice()
    {
        Start(", \"clearAfterMinutes\": 30");
        _rig.TickFor(13);
        _rig.Cad.Faults.Enqueue(CadRoute.Remove911, [.. Enumerable.Repeat(CadFault.ServerError(), 3)]);
        Open(101, age: 60);
        _rig.Server.ConsoleCommand("clear911 101");
        _rig.Await(() => ListRequests() == 1);
        Assert.Equal([101], _rig.OpenCalls());

        _rig.AwaitConsole("Call 101 cleared.", TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("schedule", _rig.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovalsOfStaffWaitHalfAMinuteAtMost()
    {
        Start(", \"clearAfterMinutes\": 30");
        for (var call = 1; call <= 60; call++)
        {
            Open(call, age: 1000 - call);
        }

        _rig.AwaitConsole(ForTheSchedule, FirstLook);
        Open(999, age: 0);
        _rig.TickFor(50);
        var admin = _rig.Admin();
        admin.Command("clear911 999");
        var asked = _rig.Time.Elapsed;
        _rig.AwaitChat(admin, "call 999", TimeSpan.FromMinutes(3));

        Assert.InRange(_rig.Time.Elapsed - asked, TimeSpan.Zero, TimeSpan.FromSeconds(32));
        _rig.Await(() => _rig.OpenCalls().Count == 0, TimeSpan.FromMinutes(15));
        Assert.Equal(1, Removals()[0]);
    }

    [Fact]
    public void ScheduleTakesATenthOfTheWaitingRemovalsAtMost()
    {
        Start(", \"clearAfterMinutes\": 30, \"maxWaiting\": 50, \"v2RequestsPerMinute\": 6000");
        for (var call = 1; call <= 20; call++)
        {
            Open(call, age: 60);
        }

        _rig.AwaitConsole(ForTheSchedule, FirstLook);
        Assert.Equal(15, _rig.OpenCalls().Count);

        _rig.Await(() => _rig.OpenCalls().Count == 0, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void RemovalOfTheScheduleSurvivesARestart()
    {
        Start(", \"clearAfterMinutes\": 30");
        _rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        Open(101, age: 60);
        _rig.Await(() => Removals().Length == 1, FirstLook);

        _rig.Server.StopResource(ServerRig.ResourceName);
        _rig.Configure(more: ", \"api\": \"v2\"");
        _rig.Start();

        _rig.AwaitConsole("1 removal from before the restart is sent again.");
        _rig.AwaitConsole("Cleared call 101" + ForTheSchedule, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void IdleTickAllocatesNothing()
    {
        var ports = new FakePorts(Mock.Of<IHttpTransport>()) { Config = """{ "communityId": "c", "apiKey": "k", "startupCheck": false, "clearAfterMinutes": 30 }""" };
        Func<Task>? tick = null;
        new ResourceHost(ports.Ports, handler => tick = handler, _ => tick = null).Start();
        Assert.True(tick!().IsCompletedSuccessfully);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Assert.True(tick().IsCompletedSuccessfully);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotNull(tick);
    }

    private void Start(string more)
    {
        Configure(more);
        _rig.Start();
    }

    private void Configure(string more) => _rig.Configure(more: more.Contains("\"api\"", StringComparison.Ordinal) ? more : more + ", \"api\": \"v2\"");

    private void Reload(string more)
    {
        Configure(more);
        _rig.Server.ConsoleCommand("clear911 reload");
    }

    private CadCall Open(int call, double age) => _rig.Cad.Open(_rig.Community, call, updated: _rig.Time.GetUtcNow().AddMinutes(-age));

    private int ListRequests() => _rig.Cad.Requests.Count(request => request.Path.EndsWith("get_calls", StringComparison.Ordinal) || request.Path.EndsWith("/calls", StringComparison.Ordinal));

    private int[] Removals() =>
        [.. _rig.Cad.Requests.Where(request => request.Method == "DELETE").Select(request => int.Parse(request.Path.Split('/')[^1], CultureInfo.InvariantCulture))];
}
