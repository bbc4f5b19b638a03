using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

/// <summary>The open calls with the vendor's resource running, which knows calls 101 and 102.</summary>
public sealed class OpenCallServiceVendorTests
{
    private readonly OpenCallRig _rig = new("""{ "communityId": "c", "apiKey": "key-1", "api": "v1" }""", ("sonoran_communityID", "c"));
    private int _reads;
    private int[] _vendorCalls = [101, 102];

    public OpenCallServiceVendorTests()
    {
        _rig.Ports.Resources.States["sonorancad"] = "started";
        _rig.Ports.VendorExport = () =>
        {
            _reads++;
            return _vendorCalls.Select(Call).ToList();
        };
        _rig.Accounts.Resolve(_rig.Core.ConfigFile);
    }

    [Fact]
    public void WithPushEventsVendorCallsAreTheEarlierOnes()
    {
        _rig.OnCallOpened(103);
        var asked = _rig.Query();
        Assert.Empty(asked);
        _rig.Tick();

        Assert.Equal([103, 102, 101], OpenCallRig.Ids(asked.Single()));
        Assert.False(asked[0].IsSinceStart);
        Assert.Equal([103, 102, 101], OpenCallRig.Ids(_rig.Query().Single()));
        Assert.Empty(_rig.Sent);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public void VendorCallsAreReadAgainWhenTheyHaveChanged()
    {
        _rig.OnCallOpened(103);
        _rig.Query();
        _rig.Tick(2);
        _vendorCalls = [101, 102, 104];
        Assert.Equal([103, 102, 101], OpenCallRig.Ids(_rig.Query().Single()));

        _rig.Service.OnVendorCallsChanged();
        _rig.Tick(1);
        var asked = _rig.Query();
        _rig.Tick();
        Assert.Equal([103, 104, 102, 101], OpenCallRig.Ids(asked.Single()));
    }

    [Fact]
    public void WithoutPushEventsTheListCounts()
    {
        var asked = _rig.Query();
        _rig.Tick();
        Assert.Empty(asked);
        Assert.Single(_rig.Sent);
        _rig.RespondWithCalls(102);

        Assert.Equal([102], OpenCallRig.Ids(asked.Single()));
        Assert.Single(_rig.Query());
        Assert.Equal(1, _reads);
    }

    [Fact]
    public void VendorCallsAreShownForAMinuteIfTheListFails()
    {
        var asked = _rig.Query();
        _rig.Tick();
        _rig.Respond(503, "");
        Assert.Equal([102, 101], OpenCallRig.Ids(asked.Single()));
        Assert.NotNull(asked[0].ListError);

        _rig.Ports.Resources.States["sonorancad"] = "stopped";
        _rig.Tick(60);
        var later = _rig.Query();
        _rig.Respond(503, "");
        Assert.Null(later.Single().Calls);
    }

    [Fact]
    public void VendorCallsAreReadOnceMoreIfTheListFailsAndTheyHaveChanged()
    {
        var asked = _rig.Query();
        _rig.Tick();
        _rig.Tick(5);
        _rig.Service.OnVendorCallsChanged();
        _vendorCalls = [103];
        _rig.Respond(503, "");
        _rig.Tick();

        Assert.Equal([103, 102, 101], OpenCallRig.Ids(asked.Single()));
        Assert.NotNull(asked[0].ListError);
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void UnreadableCallsChangeNothing()
    {
        _rig.Ports.VendorExport = () => null;
        var asked = _rig.Query();
        _rig.Tick();
        _rig.Respond(503, "");

        Assert.Null(asked.Single().Calls);
        Assert.NotNull(asked[0].ListError);
    }

    [Fact]
    public void VendorCallsAreNotReadWhileTheListIsFresh()
    {
        _rig.Ports.Resources.States["sonorancad"] = "starting";
        _rig.Query();
        _rig.RespondWithCalls(1);
        _rig.Ports.Resources.States["sonorancad"] = "started";

        Assert.Equal([1], OpenCallRig.Ids(_rig.Query().Single()));
        _rig.Tick(15);
        Assert.Empty(_rig.Query());
    }

    [Fact]
    public void CallsOfTheFormerCommunityAreDropped()
    {
        _rig.OnCallOpened(103);
        var asked = _rig.Query();
        _rig.Accounts.Reload(ConfigReader.Read("""{ "communityId": "d", "apiKey": "key-1", "api": "v1" }"""));
        _rig.Tick();
        Assert.Empty(asked);
        _rig.RespondWithCalls(7);

        Assert.Equal([7], OpenCallRig.Ids(asked.Single()));
    }

    [Fact]
    public void WhatOnlyTheListTellsIsRequestedFromTheCad()
    {
        _rig.OnCallOpened(103);
        Assert.Empty(QueryAsListed());
        Assert.Single(_rig.Sent);
        _rig.RespondWithCalls(1);
        _rig.Tick(14.9);
        Assert.Equal([1], OpenCallRig.Ids(QueryAsListed().Single()));

        _rig.Tick(0.1);
        Assert.Empty(QueryAsListed());
        Assert.Equal(2, _rig.Sent.Count);
        Assert.Equal(0, _reads);
    }

    private static ExpandoObject Call(int callId)
    {
        var call = new ExpandoObject();
        call.TryAdd("callId", callId);
        return call;
    }

    private List<OpenCallsResult> QueryAsListed()
    {
        var results = new List<OpenCallsResult>();
        _rig.Service.GetOpenCalls(results.Add, asListed: true);
        return results;
    }
}
