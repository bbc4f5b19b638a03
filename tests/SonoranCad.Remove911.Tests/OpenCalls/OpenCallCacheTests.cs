using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class OpenCallCacheTests
{
    private readonly OpenCallCache _cache = new(() => null);
    private readonly List<int> _closed = [];

    public OpenCallCacheTests() => _cache.CallClosed += _closed.Add;

    [Fact]
    public void CallsAreSortedNewestFirstByTimeThenById()
    {
        Apply([Listed(7), Listed(9), Listed(8, -20), Listed(3, -10)]);
        _cache.Add(Pushed(2, 5));

        Assert.Equal([2, 3, 8, 9, 7], Ids());
    }

    [Fact]
    public void ListReplacesKnownCalls()
    {
        Apply([Listed(1), Listed(2)]);
        _cache.BeginRefresh();
        Apply([Listed(2), Listed(3)]);

        Assert.Equal([3, 2], Ids());
        Assert.Equal([1], _closed);
    }

    [Fact]
    public void ChangesDuringListRequestOverrideList()
    {
        Apply([Listed(1), Listed(2)]);
        _cache.BeginRefresh();
        _cache.Add(Pushed(4, 10));
        _cache.Remove(1);
        _cache.Add(Pushed(5, 11));
        _cache.Remove(5);
        _cache.Remove(6);
        _cache.Add(Pushed(6, 12));
        Apply([Listed(1), Listed(2), Listed(5), Listed(6) with { IsCivil = true }]);

        Assert.Equal([6, 4, 2], Ids());
        Assert.True(_cache.GetNewestFirst()[0].IsCivil);
        Assert.Equal([true, false], Enumerable.Range(1, 2).Select(_cache.IsClosed));
    }

    [Fact]
    public void VendorCallThatAnEventOpensDuringListRequestStaysOpen()
    {
        _cache.Merge(new CallList([Listed(1), Listed(2)], [1, 2]));
        _cache.BeginRefresh();
        _cache.Add(Pushed(1, 10));
        Apply([]);

        Assert.Equal([1], Ids());
        Assert.Equal([false, true], Enumerable.Range(1, 2).Select(_cache.IsClosed));
    }

    [Fact]
    public void ChangesBeforeListRequestAreOverriddenByList()
    {
        _cache.BeginRefresh();
        _cache.Add(Pushed(3, 9));
        _cache.Remove(2);
        Apply([Listed(2), Listed(1)]);
        _cache.Add(Pushed(4, 10));
        _cache.Remove(1);
        _cache.BeginRefresh();
        Apply([Listed(1), Listed(2)]);

        Assert.Equal([2, 1], Ids());
    }

    [Fact]
    public void UnansweredListRequestChangesNothing()
    {
        Apply([Listed(1)]);
        _cache.BeginRefresh();
        _cache.Add(Pushed(2, 1));
        _cache.EndRefresh();

        Assert.Equal([2, 1], Ids());
    }

    [Fact]
    public void OpeningTimeFromEventSurvivesList()
    {
        _cache.Add(Pushed(1, 10));
        _cache.BeginRefresh();
        Apply([OpenCall.FromList(1, "Ann Lee", "Mirror Park", TimeSpan.FromSeconds(60))]);

        var call = Assert.Single(_cache.GetNewestFirst());
        Assert.Equal(("Ann Lee", "Mirror Park", TimeSpan.FromSeconds(10)), (call.Caller, call.Location, call.OpenedAt!.Value));

        Apply([Listed(1, openedAt: 70)]);
        Assert.Equal(TimeSpan.FromSeconds(10), _cache.GetNewestFirst()[0].OpenedAt);
    }

    [Fact]
    public void OldestCallsAreDroppedBeyondFiveHundred()
    {
        for (var id = 1; id <= 600; id++)
        {
            _cache.Add(Pushed(id, id));
        }

        Assert.Equal(OpenCallCache.MaxCalls, _cache.Count);
        Assert.True(_cache.IsTruncated);
        Assert.Equal(600, Ids()[0]);
        Assert.Equal(101, Ids()[^1]);
        Assert.Empty(_closed);

        Apply([.. Enumerable.Range(1, 600).Select(id => Listed(id))]);
        Assert.Equal((OpenCallCache.MaxCalls, 600, 101), (_cache.Count, Ids()[0], Ids()[^1]));
        Assert.True(_cache.IsTruncated);

        Apply([Listed(1)]);
        Assert.False(_cache.IsTruncated);
    }

    [Fact]
    public void VendorCallsAreAddedToKnownOnesAndRemoveNone()
    {
        _cache.Add(Pushed(1, 10));
        _cache.Add(Pushed(2, 20));

        _cache.Merge(new CallList([Listed(3), Listed(2, openedAt: 5) with { IsCivil = true }], [2, 3]));

        Assert.Equal([2, 1, 3], Ids());
        Assert.Equal((TimeSpan.FromSeconds(20), true), (_cache.GetNewestFirst()[0].OpenedAt!.Value, _cache.GetNewestFirst()[0].IsCivil));
        Assert.False(_cache.IsTruncated);

        _cache.Merge(new CallList([Listed(2) with { IsCivil = false }, Listed(3)], [2, 3]));
        Assert.True(_cache.GetNewestFirst()[0].IsCivil);
    }

    [Fact]
    public void VendorCallsMissingFromListAreClosedThoughNotAllWereKept()
    {
        _cache.Merge(new CallList([Listed(3)], [1, 2, 3]));
        Assert.True(_cache.IsTruncated);

        Apply([Listed(2)]);

        Assert.Equal([true, false, true], Enumerable.Range(1, 3).Select(_cache.IsClosed));
        Assert.False(_cache.IsTruncated);
    }

    [Fact]
    public void ClosedCallIsOpenAgainIfEventOrListSaysSo()
    {
        _cache.Remove(1);
        _cache.Remove(2);
        _cache.Remove(3);
        _cache.Merge(new CallList([Listed(1), Listed(2), Listed(3)], [1, 2, 3]));
        Assert.Empty(Ids());

        _cache.Add(Pushed(1, 10));
        Assert.False(_cache.IsClosed(1));
        Apply([Listed(1), Listed(2)]);

        Assert.Equal([false, false, true], Enumerable.Range(1, 3).Select(_cache.IsClosed));
    }

    [Fact]
    public void LowestOfTenThousandClosedCallsIsForgotten()
    {
        for (var id = 1; id <= 10_001; id++)
        {
            _cache.Remove(id);
        }

        Assert.False(_cache.IsClosed(1));
        Assert.True(_cache.IsClosed(2));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(60.1, false)]
    public void CallThatIsNotListedIsAbsentForAMinute(double seconds, bool isAbsent)
    {
        Apply([Listed(1)]);
        Assert.False(_cache.IsAbsent(2, TimeSpan.Zero));

        _cache.MarkListed(TimeSpan.FromSeconds(10));

        Assert.Equal(isAbsent, _cache.IsAbsent(2, TimeSpan.FromSeconds(10 + seconds)));
        Assert.False(_cache.IsAbsent(1, TimeSpan.FromSeconds(10 + seconds)));
    }

    [Fact]
    public void PushEventsKeepAListCurrentButDoNotReplaceIt()
    {
        _cache.MarkUpdated(TimeSpan.FromSeconds(10));
        Assert.False(_cache.IsAbsent(2, TimeSpan.FromSeconds(10)));

        _cache.MarkListed(TimeSpan.FromSeconds(20));
        _cache.MarkUpdated(TimeSpan.FromSeconds(50));
        Assert.True(_cache.IsAbsent(2, TimeSpan.FromSeconds(110)));

        _cache.Clear();
        Assert.False(_cache.IsAbsent(2, TimeSpan.FromSeconds(110)));
    }

    [Fact]
    public void NoCallIsAbsentFromATruncatedCache()
    {
        Apply([.. Enumerable.Range(1, 501).Select(id => Listed(id))]);
        _cache.MarkListed(TimeSpan.Zero);

        Assert.False(_cache.IsAbsent(1, TimeSpan.Zero));
        Assert.False(_cache.IsAbsent(999, TimeSpan.Zero));
    }

    [Fact]
    public void CacheOfFiveHundredCallsIsNotTruncated()
    {
        Apply([.. Enumerable.Range(1, 500).Select(id => Listed(id))]);

        Assert.False(_cache.IsTruncated);
    }

    [Fact]
    public void ClearedCacheReportsItsCallsAsClosedAndForgetsThem()
    {
        Apply([.. Enumerable.Range(1, 501).Select(id => Listed(id))]);
        _cache.Merge(new CallList([Listed(602)], [601, 602]));
        _cache.Remove(700);
        _closed.Clear();

        _cache.Clear();

        Assert.Equal([.. Enumerable.Range(3, 499), 602], _closed.Order());
        Assert.Equal((0, false, false), (_cache.Count, _cache.IsTruncated, _cache.IsClosed(700)));
        _closed.Clear();
        Apply([]);
        Assert.Empty(_closed);
    }

    [Fact]
    public void CompletedRemovalClosesItsCall()
    {
        Apply([Listed(1), Listed(2), Listed(3)]);

        Complete(1, null);
        Complete(2, CadErrors.CallNotFound);
        Complete(3, RemovalErrors.Busy);

        Assert.Equal([3], Ids());
        Assert.Equal([1, 2], _closed);
    }

    [Theory]
    [InlineData("c", true)]
    [InlineData("d", false)]
    public void RemovalOfAnotherCommunityClosesNoCall(string communityId, bool isClosed)
    {
        var target = new CallTarget("https://cad.example", "c", 1);
        var cache = new OpenCallCache(() => target);
        cache.Add(Listed(1));

        cache.OnCompleted(new OutboxEntry(1, target with { CommunityId = communityId }, Requester.Console, default), null);

        Assert.Equal(isClosed, cache.IsClosed(1));
        Assert.Equal(isClosed ? 0 : 1, cache.Count);
    }

    private void Complete(int callId, RemovalError? error) => _cache.OnCompleted(new OutboxEntry(callId, null, Requester.Console, default), error);

    private static OpenCall Listed(int id, double? openedAt = null) =>
        OpenCall.FromList(id, "Jane Doe", "Innocence Blvd", openedAt is { } at ? TimeSpan.FromSeconds(at) : null);

    private static OpenCall Pushed(int id, double at) => OpenCall.FromList(id, "Jane Doe", "Innocence Blvd", null).OpenedNow(TimeSpan.FromSeconds(at));

    private List<int> Ids() => [.. _cache.GetNewestFirst().Select(call => call.CallId)];

    private void Apply(OpenCall[] calls) => _cache.ApplyList(new CallList(calls, [.. calls.Select(call => call.CallId)]));
}
