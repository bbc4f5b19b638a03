using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class WaitingQueueTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly WaitingQueue _queue = new();

    [Fact]
    public void EmptyQueueIsNeverDue()
    {
        Assert.Equal((0, TimeSpan.MaxValue), (_queue.Count, _queue.NextDueAt));
        Assert.Empty(Take());
    }

    [Fact]
    public void BatchIsTakenFromTheHead()
    {
        Add(1, 2, 3);

        Assert.Equal((3, TimeSpan.Zero), (_queue.Count, _queue.NextDueAt));
        Assert.Equal([1, 2], Take(2));
        Assert.Equal([3], Take(2));
    }

    [Fact]
    public void BatchReturnsToTheHeadOrTheEndInItsOrder()
    {
        var entries = Add(1, 2, 3, 4);
        _queue.TakeBatch(2, TimeSpan.Zero);
        _queue.Requeue([entries[0], entries[1]]);
        Assert.Equal([1, 2], Take(2));

        _queue.Requeue([entries[0], entries[1]], isLast: true);
        Assert.Equal([3, 4, 1, 2], Take());
    }

    [Fact]
    public void IsolatedCallGoesOutAloneWhenItIsDue()
    {
        var entry = Isolate(1, Second);
        Isolate(2, 2 * Second);

        Assert.Equal((2, Second), (_queue.Count, _queue.NextDueAt));
        Assert.Equal(1, entry.LoneFailures);
        Assert.Empty(Take(now: Second - TimeSpan.FromTicks(1)));
        Assert.Equal([1], Take(now: Second));
        Assert.Equal([2], Take(now: 2 * Second));
    }

    [Fact]
    public void IsolatedCallsAndBatchesTakeTurns()
    {
        Isolate(1, TimeSpan.Zero);
        Isolate(2, TimeSpan.Zero);
        Add(3, 4);

        Assert.Equal([1], Take(1));
        Assert.Equal([3], Take(1));
        Assert.Equal([2], Take(1));
        Assert.Equal([4], Take(1));
    }

    [Fact]
    public void IsolatedCallStaysIsolatedWhenItsRequestDidNotGoOut()
    {
        var entry = Isolate(1, TimeSpan.Zero);
        Take();
        Add(2, 3);
        _queue.Requeue([entry]);
        Assert.Equal([2, 3], Take());
        Assert.Equal([1], Take());

        _queue.Requeue([entry], isLast: true);
        Add(4);
        Assert.Equal([4], Take());
    }

    [Fact]
    public void IsolatedCallsAreDueAtOnceWhenTheOwnerMayHaveFixedTheCause()
    {
        Isolate(1, TimeSpan.FromHours(1));
        _queue.RetryNow();

        Assert.Equal(TimeSpan.Zero, _queue.NextDueAt);
    }

    [Fact]
    public void HalvesGoToTheEndAndDoNotShareABatchWithOthers()
    {
        var entries = Add(1, 2, 3);
        Take();
        Add(4, 5);
        _queue.Split(entries, new SplitFamily());

        Assert.Equal([4, 5], Take());
        Assert.Equal([1], Take());
        Add(6);
        Assert.Equal([2, 3], Take());
        Assert.Equal([6], Take());
    }

    [Fact]
    public void PartsOfAnOutageAreMergedWhenItEnds()
    {
        var entries = Add(1, 2);
        Take();
        _queue.Split(entries, new SplitFamily());
        Add(3);
        _queue.MergeParts();

        Assert.Equal([1, 2, 3], Take());
    }

    [Fact]
    public void IsolatedCallLeavesItsPart()
    {
        var entries = Add(1, 2);
        Take();
        _queue.Split(entries, new SplitFamily());
        Take();
        _queue.Isolate(entries[0], TimeSpan.Zero);

        Assert.Null(entries[0].Part);
    }

    [Fact]
    public void FamilyIsTakenWithoutTheOthers()
    {
        var (entries, others) = (Add(1, 2), Add(3, 4));
        Take();
        Add(5);
        var family = new SplitFamily();
        _queue.Split(others, new SplitFamily());
        _queue.Split(entries, family);

        Assert.Equal([1, 2], CallIds(_queue.TakeFamily(family)));
        Assert.Equal(3, _queue.Count);
    }

    [Fact]
    public void AllAreTakenWithIsolatedOnesLast()
    {
        Isolate(2, Second);
        Add(1);

        Assert.Equal([1, 2], CallIds(_queue.TakeAll()));
        Assert.Equal((0, TimeSpan.MaxValue), (_queue.Count, _queue.NextDueAt));
    }

    [Fact]
    public void PositionsCountFromOneWithIsolatedOnesLast()
    {
        var last = Isolate(9, Second);
        var entries = Add(1, 2);
        _queue.UpdatePositions();

        Assert.Equal([1, 2, 3], [entries[0].Position, entries[1].Position, last.Position]);
    }

    [Fact]
    public void RemovedEntryIsNotTaken()
    {
        var entries = Add(1, 2);
        _queue.Remove(entries[0]);

        Assert.Equal([2], Take());
    }

    private static IEnumerable<int> CallIds(IEnumerable<OutboxEntry> entries) => entries.Select(entry => entry.CallId);

    private List<OutboxEntry> Add(params int[] callIds)
    {
        List<OutboxEntry> entries = [.. callIds.Select(Create)];
        entries.ForEach(_queue.Add);
        return entries;
    }

    private OutboxEntry Isolate(int callId, TimeSpan nextTryAt)
    {
        var entry = Create(callId);
        _queue.Isolate(entry, nextTryAt);
        return entry;
    }

    private IEnumerable<int> Take(int maxCount = 50, TimeSpan now = default) => CallIds(_queue.TakeBatch(maxCount, now));

    private static OutboxEntry Create(int callId) => new(callId, null, Requester.Console, DateTime.UnixEpoch);
}
