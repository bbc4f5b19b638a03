using System;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What the resource knows about its removals after a restart and after a change of the system clock.</summary>
public sealed class DeliveryRestartTests
{
    private const string V2 = ", \"api\": \"v2\"";

    [Fact]
    public void UnsentCallUnknownToCadIsNotReportedAsCleared()
    {
        using var rig = Start(V2);
        rig.Server.ConsoleCommand("clear911 101");
        rig.Server.KillResource(ServerRig.ResourceName);
        Assert.Empty(rig.Cad.Requests);

        rig.Start();
        rig.AwaitConsole("Call 101 not cleared");

        Assert.Contains("[call_not_found]", rig.Server.Console.Text);
        Assert.DoesNotContain("Cleared call 101", rig.Server.Console.Text);
    }

    [Fact]
    public void CallInFlightWhenKilledIsReportedAsCleared()
    {
        using var rig = Start(V2, 101);
        rig.Transport.Latency = TimeSpan.FromMilliseconds(100);
        rig.Server.ConsoleCommand("clear911 101");
        rig.Await(() => rig.Cad.Requests.Count == 1);
        rig.Server.KillResource(ServerRig.ResourceName);
        Assert.Empty(rig.OpenCalls());

        rig.Start();
        rig.AwaitConsole("Cleared call 101");
    }

    [Fact]
    public void UnsentCallDoesNotExpireWhenClockIsSetForward()
    {
        using var rig = Start(V2, 101);
        rig.Server.ConsoleCommand("clear911 101");
        rig.Server.KillResource(ServerRig.ResourceName);
        rig.Time.ClockOffset = TimeSpan.FromHours(2);

        rig.Start();
        rig.AwaitConsole("Cleared call 101");

        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void RemovalRightAfterListRespectsCadLimit()
    {
        using var rig = Start(", \"api\": \"v1\"", 101);
        rig.Cad.Limits.V1 = 1;
        rig.Cad.Limits.V1IsShared = true;
        rig.Cad.Limits.Window = TimeSpan.FromSeconds(1);
        var admin = rig.Admin();

        // The list takes 0.25 s to reach the CAD and the removal 0.08 s: sent 1.02 s apart, they arrive 0.85 s apart.
        rig.Transport.Latency = TimeSpan.FromMilliseconds(250);
        admin.Command("clear911");
        admin.Command("clear911 101");
        rig.Await(() => rig.Cad.Requests.Count == 1);
        rig.Transport.Latency = TimeSpan.FromMilliseconds(80);
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Equal([200, 200], rig.Cad.Requests.Select(request => request.ResponseStatus));
    }

    private static ServerRig Start(string settings, params int[] calls)
    {
        var rig = new ServerRig();
        rig.Configure(more: settings);
        rig.Open(calls);
        rig.Start();
        return rig;
    }
}
