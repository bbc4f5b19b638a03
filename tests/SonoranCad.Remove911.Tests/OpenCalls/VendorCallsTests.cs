using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class VendorCallsTests
{
    private readonly OpenCallRig _rig = new("""{ "communityId": "c", "apiKey": "key-1" }""", ("sonoran_communityID", "c"));
    private int _reads;

    public VendorCallsTests()
    {
        _rig.Ports.Resources.States["sonorancad"] = "started";
        _rig.Ports.VendorExport = () =>
        {
            _reads++;
            return Table(101, 102);
        };
        _rig.Accounts.Resolve(_rig.Core.ConfigFile);
    }

    private VendorCalls Calls => _rig.OpenCalls.VendorCalls;

    private bool CanRead => Calls.CanRead(_rig.Accounts.Account!);

    [Fact]
    public void CallsAreReadInTheNextTick()
    {
        Assert.False(Calls.NeedsTick);
        var read = Read();
        Assert.True(Calls.NeedsTick);
        Assert.Equal((0, 0), (_reads, read.Count));

        Tick();
        Assert.Equal([102, 101], read.Single()!.Newest.Select(call => call.CallId));
        Assert.False(Calls.NeedsTick);

        Tick();
        Assert.Equal((1, 1), (_reads, read.Count));
    }

    [Fact]
    public void ReadingUnderWayCanBeShared()
    {
        Read();
        _rig.Ports.Resources.States["sonorancad"] = "stopped";
        Assert.True(CanRead);

        Tick();
        Assert.False(CanRead);
    }

    [Theory]
    [InlineData("c", "", true)]
    [InlineData(" c ", "1", true)]
    [InlineData("c", "2", false)]
    [InlineData("c", "x", true)]
    [InlineData("d", "", false)]
    public void CallsOfAnotherCommunityOrServerAreNotRead(string community, string serverId, bool canRead)
    {
        _rig.Ports.Convars["sonoran_communityID"] = community;
        var account = _rig.Accounts.Account!;
        _rig.Ports.Convars["sonoran_serverId"] = serverId;

        Assert.Equal(canRead, Calls.CanRead(account));
    }

    [Fact]
    public void TableIsReadAgainASecondAfterAChangeOrAfterSixteen()
    {
        ReadNow();
        Assert.False(CanRead);
        _rig.Clock.Advance(TimeSpan.FromSeconds(15.9));
        Assert.False(CanRead);
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(CanRead);

        ReadNow();
        Calls.OnChanged();
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(CanRead);
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(CanRead);

        // A change before it may be read again delays nothing.
        Calls.OnChanged();
        Assert.True(CanRead);
    }

    [Fact]
    public void ReadingTakesAFiftiethOfTheTime()
    {
        _rig.Ports.VendorExport = () =>
        {
            _rig.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Table(101);
        };
        ReadNow();
        Calls.OnChanged();

        _rig.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(CanRead);
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(CanRead);
    }

    [Fact]
    public void VendorThatStartsIsAskedAfterAMinute()
    {
        ReadNow();
        _rig.Clock.Advance(TimeSpan.FromSeconds(30));
        Calls.OnStarting("chat");
        Assert.True(CanRead);

        Calls.OnStarting("sonorancad");
        Calls.OnChanged();
        _rig.Clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(CanRead);
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(CanRead);
    }

    [Fact]
    public void ExportIsLookedForAgainAfterARestart()
    {
        ReadNow();
        _rig.Ports.VendorExport = () => Table(103);
        Assert.Equal([102, 101], ReadNow()!.Newest.Select(call => call.CallId));

        Calls.OnStarting("sonorancad");
        Assert.Equal([103], ReadNow()!.Newest.Select(call => call.CallId));
    }

    [Fact]
    public void UnreadableTableIsLoggedOnceAndTheExportLookedForAgain()
    {
        _rig.Ports.VendorExport = () => throw new InvalidOperationException("gone");
        Assert.Null(ReadNow());
        _rig.Ports.VendorExport = () => "nothing";
        Assert.Null(ReadNow());
        _rig.Ports.VendorExport = null;
        Assert.Null(ReadNow());
        _rig.Ports.VendorExport = () => Table(103);
        Assert.NotNull(ReadNow());

        Assert.Equal(
            ["^3Warning: The export GetEmergencyCache of sonorancad returned no list of calls. Open calls come from push events and the CAD's list instead.^7"],
            _rig.Log);
        Assert.False(CanRead);
    }

    [Fact]
    public void LongTableIsReadOverSeveralTicks()
    {
        _rig.Ports.VendorExport = () =>
        {
            _reads++;
            return Table([.. Enumerable.Range(1, 100)]);
        };
        var read = Read();
        _rig.Clock.TimePerRead = TickBudget.Limit / 10;
        var ticks = 0;
        for (; read.Count == 0; ticks++)
        {
            Tick();
        }

        Assert.InRange(ticks, 10, 100);
        Assert.Equal(100, read.Single()!.Ids.Count);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public void CallsThatAreKnownToBeClosedAreSkipped()
    {
        _rig.Cache.Remove(101);

        Assert.Equal([102], ReadNow()!.Ids);
    }

    [Fact]
    public void VendorIsReadOnlyWhileItRuns()
    {
        _rig.Ports.Resources.States["sonorancad"] = "starting";

        Assert.False(CanRead);
    }

    private static List<object?> Table(params int[] callIds) => [.. callIds.Select(Call)];

    private static ExpandoObject Call(int callId)
    {
        var call = new ExpandoObject();
        call.TryAdd("callId", callId);
        return call;
    }

    private List<CallList?> Read()
    {
        var results = new List<CallList?>();
        Calls.Read(results.Add);
        return results;
    }

    private CallList? ReadNow()
    {
        var read = Read();
        while (read.Count == 0)
        {
            Tick();
        }

        return read.Single();
    }

    private void Tick()
    {
        _rig.Core.Budget.Start();
        Calls.Tick(_rig.Clock.Elapsed);
    }
}
