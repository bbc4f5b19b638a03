using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.OpenCalls;
using Xunit;

namespace SonoranCad.Remove911.Tests.Calls;

public sealed class CallBoardTests
{
    private readonly OpenCallCache _board = new();
    private readonly List<int> _closed = [];

    public CallBoardTests() => _board.CallClosed += _closed.Add;

    [Fact]
    public void TheNewestComeFirstByTimeAndByNumberWhereThereIsNone()
    {
        _board.ApplyList([Listed(7), Listed(9), Listed(8, -20), Listed(3, -10)]);
        _board.Add(Pushed(2, 5));

        Assert.Equal([2, 3, 8, 9, 7], Ids());
    }

    [Fact]
    public void AListReplacesWhatWasKnown()
    {
        _board.ApplyList([Listed(1), Listed(2)]);
        _board.BeginRefresh();
        _board.ApplyList([Listed(2), Listed(3)]);

        Assert.Equal([3, 2], Ids());
        Assert.Equal([1], _closed);
    }

    [Fact]
    public void WhatHappensWhileAListIsOnItsWayCountsMoreThanTheList()
    {
        _board.ApplyList([Listed(1), Listed(2)]);
        _board.BeginRefresh();
        _board.Add(Pushed(4, 10));
        _board.Remove(1);
        _board.Add(Pushed(5, 11));
        _board.Remove(5);
        _board.Remove(6);
        _board.Add(Pushed(6, 12));
        _board.ApplyList([Listed(1), Listed(2), Listed(5), Listed(6)]);

        Assert.Equal([6, 4, 2], Ids());
    }

    [Fact]
    public void WhatHappenedBeforeAListWasAskedForDoesNot()
    {
        _board.Add(Pushed(4, 10));
        _board.Remove(1);
        _board.BeginRefresh();
        _board.ApplyList([Listed(1)]);

        Assert.Equal([1], Ids());
    }

    [Fact]
    public void AListThatNeverCameLeavesAllAsItWas()
    {
        _board.ApplyList([Listed(1)]);
        _board.BeginRefresh();
        _board.Add(Pushed(2, 1));
        _board.EndRefresh();

        Assert.Equal([2, 1], Ids());
    }

    [Fact]
    public void AnEventsTimeIsKeptWhereAListHasTheCallToo()
    {
        _board.Add(Pushed(1, 10));
        _board.BeginRefresh();
        _board.ApplyList([OpenCall.FromList(1, "Ann Lee", "Mirror Park", TimeSpan.FromSeconds(60))]);

        var call = Assert.Single(_board.GetNewestFirst());
        Assert.Equal(("Ann Lee", "Mirror Park", TimeSpan.FromSeconds(10)), (call.Caller, call.Location, call.OpenedAt!.Value));
    }

    [Fact]
    public void FiveHundredAreKeptAndTheOldestGo()
    {
        for (var id = 1; id <= 600; id++)
        {
            _board.Add(Pushed(id, id));
        }

        Assert.Equal(OpenCallCache.MaxCalls, _board.Count);
        Assert.True(_board.IsTruncated);
        Assert.Equal(600, Ids()[0]);
        Assert.Equal(101, Ids()[^1]);
        Assert.Empty(_closed);

        _board.ApplyList([.. Enumerable.Range(1, 600).Select(id => Listed(id))]);
        Assert.Equal((OpenCallCache.MaxCalls, 600, 101), (_board.Count, Ids()[0], Ids()[^1]));
        Assert.True(_board.IsTruncated);

        _board.ApplyList([Listed(1)]);
        Assert.False(_board.IsTruncated);
    }

    private static OpenCall Listed(int id, double? openedAt = null) =>
        OpenCall.FromList(id, "Jane Doe", "Innocence Blvd", openedAt is { } at ? TimeSpan.FromSeconds(at) : null);

    private static OpenCall Pushed(int id, double at) => OpenCall.FromEvent(id, "Jane Doe", "Innocence Blvd", TimeSpan.FromSeconds(at));

    private List<int> Ids() => [.. _board.GetNewestFirst().Select(call => call.CallId)];
}
