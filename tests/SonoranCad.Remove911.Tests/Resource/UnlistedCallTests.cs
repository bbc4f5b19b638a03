using System.IO;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>API v1 accepts any id. If the open calls are known, the reply says that the call is not one of them.</summary>
public sealed class UnlistedCallTests
{
    private const string Unlisted = "Sonoran CAD accepted call 999, but no open 911 call has that number. Check the number.";

    [Fact]
    public void CallMissingFromListIsReportedAsUnlisted()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin();
        List(rig);

        admin.Command("clear911 999");
        rig.AwaitChat(admin, "999");

        Assert.Contains(Unlisted, admin.Chat[^1]);
        Assert.DoesNotContain("Call 999 cleared", string.Concat(admin.Chat));
        rig.AwaitConsole("but no open 911 call had that number");
        rig.TickFor(0.1);
        var files = Directory.GetFiles(Path.Combine(rig.Folder, "audit"));
        Assert.Contains("\"unlisted\":true", File.ReadAllText(Assert.Single(files)));
    }

    [Fact]
    public void CallbackNamesUnlistedCalls()
    {
        using var rig = ServerRig.Started(101);
        List(rig);

        var result = Clear(rig, 101, 999);

        Assert.Equal([101, 999], result.Cleared);
        Assert.Equal([999], result.Unlisted);
        Assert.True(result.Ok);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 61)]
    public void CallIsNotReportedAsUnlistedWithoutRecentList(bool isListed, int age)
    {
        using var rig = ServerRig.Started(101);
        if (isListed)
        {
            List(rig);
        }

        rig.TickFor(age);
        var result = Clear(rig, 999);

        Assert.Equal([999], result.Cleared);
        Assert.DoesNotContain("unlisted", result.Keys);
    }

    [Fact]
    public void PushedCallIsListed()
    {
        using var rig = ServerRig.Started(101);
        List(rig);
        rig.TickFor(50);
        new SonoranCadResource(rig.Server).IncomingCall(105);
        rig.TickFor(50);

        Assert.DoesNotContain("unlisted", Clear(rig, 105).Keys);
        Assert.Equal([999], Clear(rig, 999).Unlisted);
    }

    [Fact]
    public void ClearedCallIsUnlistedWhenClearedAgain()
    {
        using var rig = ServerRig.Started(101);
        List(rig);

        Assert.DoesNotContain("unlisted", Clear(rig, 101).Keys);
        Assert.Equal([101], Clear(rig, 101).Unlisted);
    }

    private static void List(ServerRig rig)
    {
        rig.Server.ConsoleCommand("clear911");
        rig.AwaitConsole("One open 911 call");
    }

    private static CallbackResult Clear(ServerRig rig, params int[] callIds)
    {
        var result = new CallbackResult();
        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", callIds.Cast<object>().ToList(), result.Function);
        rig.Await(() => result.HasArrived);
        return result;
    }
}
