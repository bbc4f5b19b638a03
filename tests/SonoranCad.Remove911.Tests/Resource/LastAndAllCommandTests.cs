using System;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary><c>/clear911 last</c> and <c>/clear911 all</c>.</summary>
public sealed class LastAndAllCommandTests
{
    [Fact]
    public void LastClearsAndNamesNewestCall()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = rig.Admin();

        admin.Command("/clear911 LAST");
        rig.AwaitChat(admin, "Call 102 cleared.");

        Assert.Equal(["911: Clearing the newest call: 102: Jane Doe, Innocence Blvd", "911: Call 102 cleared."], admin.Chat);
        Assert.Equal([101], rig.OpenCalls());
    }

    [Fact]
    public void LastWithoutOpenCallsClearsNothing()
    {
        using var rig = ServerRig.Started();
        rig.Server.ConsoleCommand("clear911 last");
        rig.AwaitConsole("There are no open 911 calls.");

        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void SimultaneousLastCommandsClearOneCallAndInformBoth()
    {
        using var rig = ServerRig.Started(101, 102);
        var (jane, john) = (rig.Admin(), rig.Admin("John"));

        jane.Command("clear911 last");
        john.Command("clear911 last");
        rig.AwaitChat(jane, "Call 102 cleared.");
        rig.AwaitChat(john, "Call 102 cleared.");

        Assert.Contains("911: John asked for the newest call too: 102. It is cleared once, and you will both get the result.", jane.Chat);
        Assert.Contains(
            "911: The newest call is already being cleared for Jane Doe: 102: Jane Doe, Innocence Blvd. You will both get the result.", john.Chat);
        Assert.Equal([101], rig.OpenCalls());
        Assert.DoesNotContain("license", string.Concat(jane.Chat.Concat(john.Chat)));
    }

    [Fact]
    public void LateLastCommandClearsNextCallOnlyWhenRepeated()
    {
        using var rig = ServerRig.Started(101, 102);
        var (jane, john) = (rig.Admin(), rig.Admin("John"));
        jane.Command("clear911 last");
        rig.AwaitChat(jane, "Call 102 cleared.");

        john.Command("clear911 last");
        Assert.Contains("Call 102 was just cleared for Jane Doe; nothing else was cleared.", Assert.Single(john.Chat));
        Assert.Contains("John asked for the newest call right after call 102 was cleared for you.", ServerRig.LastLine(jane));
        Assert.Equal([101], rig.OpenCalls());

        john.Command("clear911 last");
        rig.AwaitChat(john, "Call 101 cleared.");
        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void SamePlayerCanClearTwoCallsInSuccession()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = rig.Admin();

        admin.Command("clear911 last");
        rig.AwaitChat(admin, "Call 102 cleared.");
        admin.Command("clear911 last");
        rig.AwaitChat(admin, "Call 101 cleared.");
    }

    [Fact]
    public void RepeatedLastCommandReportsPendingRemoval()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        var admin = rig.Admin();
        admin.Command("clear911 last");
        rig.AwaitChat(admin, "Still trying to clear call");

        admin.Command("clear911 last");
        rig.AwaitChat(admin, "The newest call is already being cleared: 102");
        rig.AwaitChat(admin, "Call 102 cleared.");
        Assert.Equal([101], rig.OpenCalls());
    }

    [Fact]
    public void RepeatedLastCommandsNotifyOtherPlayerOnce()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        var (jane, john) = (rig.Admin(), rig.Admin("John"));
        jane.Command("clear911 last");
        rig.AwaitChat(jane, "Still trying to clear call");

        john.Command("clear911 last");
        john.Command("clear911 last");
        john.Command("clear911 last");

        Assert.Single(jane.Chat, line => line.Contains("John asked for the newest call too", StringComparison.Ordinal));
        Assert.Equal(2, john.Chat.Count(line => line.Contains("The newest call is already being cleared: 101", StringComparison.Ordinal)));
        rig.AwaitChat(jane, "Call 101 cleared.");
        rig.AwaitChat(john, "Call 101 cleared.");
    }

    [Fact]
    public void RefusedLastCommandIsNotReportedAsPending()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxWaiting\": 50");
        rig.Open(101);
        rig.Start();
        rig.Cad.Faults.Always(CadRoute.Remove911, CadFault.ServerError());
        rig.Server.ConsoleCommand("clear911 last");
        rig.AwaitConsole("Still trying to clear call");

        // Each request for a pending call joins it, up to four times maxWaiting in total.
        for (var more = 0; more < 210; more++)
        {
            rig.OtherResource.ExecuteCommand("clear911 last");
        }

        rig.Server.Tick();
        Assert.Equal(11, rig.Server.Console.Lines.Count(line => line.Contains("Too many removals are waiting", StringComparison.Ordinal)));
        Assert.Equal(199, rig.Server.Console.Lines.Count(line => line.Contains("is already being cleared", StringComparison.Ordinal)));
    }

    [Fact]
    public void AllNeedsItsOwnPermission()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin();

        admin.Command("clear911 all");
        admin.Command("clear911 all confirm");
        Assert.All(admin.Chat, line => Assert.Contains("You don't have the permission command.clear911all", line));
        Assert.Equal(2, admin.Chat.Count);
        Assert.Empty(rig.Cad.Requests);

        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        admin.Command("clear911 all");
        rig.AwaitChat(admin, "One open 911 call: 101.");
    }

    [Fact]
    public void ConfirmedAllClearsExactlyCountedCalls()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = AdminWithAllPermission(rig);

        admin.Command("clear911 all");
        rig.AwaitChat(admin, "To clear these and no newer ones, type /clear911 confirm within 15 s.");
        Assert.Equal([101, 102], rig.OpenCalls());

        rig.Open(103);
        admin.Command("clear911 all confirm");
        rig.AwaitChat(admin, "Calls 102, 101 cleared.");
        Assert.Equal([103], rig.OpenCalls());
    }

    [Fact]
    public void ConfirmationWorksOnceAndForItsRequesterOnly()
    {
        using var rig = ServerRig.Started(101);
        var (jane, john) = (AdminWithAllPermission(rig), AdminWithAllPermission(rig, "John"));
        jane.Command("clear911 all");
        rig.AwaitChat(jane, "clear911 confirm");

        john.Command("clear911 all confirm");
        rig.Server.ConsoleCommand("clear911 all confirm");
        rig.AwaitConsole("there is nothing to confirm");
        Assert.Contains("Nothing was cleared: there is nothing to confirm", Assert.Single(john.Chat));
        Assert.Equal([101], rig.OpenCalls());

        jane.Command("clear911 all confirm");
        jane.Command("clear911 all confirm");
        rig.AwaitChat(jane, "Call 101 cleared.");
        Assert.Single(jane.Chat, line => line.Contains("there is nothing to confirm", StringComparison.Ordinal));
    }

    [Fact]
    public void ConfirmedAllSkipsCallsClosedMeanwhile()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = AdminWithAllPermission(rig);
        admin.Command("clear911 all");
        rig.AwaitChat(admin, "clear911 confirm");

        rig.Server.ConsoleCommand("clear911 101,102");
        rig.AwaitConsole("cleared.");
        admin.Command("clear911 all confirm");

        Assert.Contains("none of the counted calls is still open", ServerRig.LastLine(admin));
    }

    [Theory]
    [InlineData("clear911 all yes")]
    [InlineData("clear911 all confirm now")]
    public void OtherArgumentsDoNotConfirm(string line)
    {
        using var rig = ServerRig.Started(101);
        var admin = AdminWithAllPermission(rig);
        admin.Command("clear911 all");
        rig.AwaitChat(admin, "clear911 confirm");

        admin.Command(line);
        Assert.Contains("Unknown subcommand", ServerRig.LastLine(admin));
        Assert.Equal([101], rig.OpenCalls());
    }

    [Fact]
    public void ConsoleClearsMoreThanFiftyCalls()
    {
        using var rig = ServerRig.Started([.. Enumerable.Range(1, 120)]);

        rig.Server.ConsoleCommand("clear911 all");
        rig.AwaitConsole("120 open 911 calls: 120, 119, 118, 117, 116, 115, 114, 113, 112, 111 and 110 more.");
        rig.Server.ConsoleCommand("clear911 all confirm");
        rig.AwaitConsole("and 110 more cleared.");

        Assert.Empty(rig.OpenCalls());
        Assert.Equal(3, rig.Cad.Requests.Count(request => request.Path == "/emergency"));
    }

    [Fact]
    public void ExecuteCommandCountsAsConsole()
    {
        using var rig = ServerRig.Started(101, 102);

        rig.OtherResource.ExecuteCommand("clear911 all");
        rig.AwaitConsole("2 open 911 calls: 102, 101.");
        rig.OtherResource.ExecuteCommand("clear911 all confirm");
        rig.AwaitConsole("Calls 102, 101 cleared.");

        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void AllQueuesNewestCallsUpToPlayerQuotaAndReportsRest()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxWaiting\": 200");
        rig.Open([.. Enumerable.Range(1, 90)]);
        rig.Start();
        var admin = AdminWithAllPermission(rig);

        admin.Command("clear911 all");
        rig.AwaitChat(admin, "90 open 911 calls");
        admin.Command("clear911 all confirm");
        rig.AwaitChat(admin, "and 40 more cleared.");

        Assert.Contains(
            "911: Only the newest 50 of 90 calls were accepted, because too many of your removals are waiting. When they are done, type /clear911 all again.",
            admin.Chat);
        Assert.Equal([.. Enumerable.Range(1, 40)], rig.OpenCalls());
    }

    [Fact]
    public void AllIsRefusedIfPlayerQuotaIsUsedUp()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxWaiting\": 100");
        rig.Open([.. Enumerable.Range(1, 5)]);
        rig.Start();
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        var admin = AdminWithAllPermission(rig);
        admin.Command("clear911 " + string.Join(' ', Enumerable.Range(51, 50)));
        rig.AwaitChat(admin, "Still trying to clear calls");

        admin.Command("clear911 all");
        rig.AwaitChat(admin, "5 open 911 calls");
        admin.Command("clear911 all confirm");
        rig.AwaitChat(admin, "Calls 5, 4, 3, 2, 1 not cleared: Too many of your removals are waiting, so nothing was accepted");

        rig.AwaitChat(admin, "and 40 more cleared.");
        rig.AssertStillWorks();
    }

    private static global::FxServer.FxPlayer AdminWithAllPermission(ServerRig rig, string name = "Jane Doe")
    {
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        return rig.Admin(name);
    }
}
