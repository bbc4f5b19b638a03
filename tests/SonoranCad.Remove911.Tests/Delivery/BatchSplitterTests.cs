using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class BatchSplitterTests
{
    private static readonly RemovalError Locked = CadErrors.Rejected(400, "LOCKED");

    private readonly WaitingQueue _queue = new();
    private readonly DeliveryMetrics _metrics = new(new FakeClock());
    private readonly BatchSplitter _splitter;

    public BatchSplitterTests() => _splitter = new BatchSplitter(_queue, _metrics);

    [Fact]
    public void RefusedBatchWaitsInTwoHalves()
    {
        Assert.Empty(Refuse(Entries(1, 2, 3, 4, 5)));

        Assert.Equal([1, 2], CallIds(Take()));
        Assert.Equal([3, 4, 5], CallIds(Take()));
    }

    [Fact]
    public void CallRefusedAloneIsReturned()
    {
        Assert.Equal([1], CallIds(Refuse(Entries(1))));
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void LastCallOfARefusedBatchIsTriedAloneIfTheOthersAreGone()
    {
        var entries = Entries(1, 2);
        var batch = Batch(entries);
        entries[0].IsRemovedByCad = true;
        batch.TakeRemovedByCad();

        Assert.Empty(_splitter.SplitRefused(batch, Locked, out _));
        Assert.Equal([2], CallIds(Take()));
    }

    [Fact]
    public void NothingWaitsIfAllCallsOfARefusedBatchAreGone()
    {
        var entries = Entries(1, 2);
        var batch = Batch(entries);
        entries.ForEach(entry => entry.IsRemovedByCad = true);
        batch.TakeRemovedByCad();

        Assert.Empty(_splitter.SplitRefused(batch, Locked, out _));
        Assert.Empty(_splitter.SplitUnknown(batch, CadErrors.CallNotFound));
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void ThirdRefusalInTheSameWordsIsAboutTheCommunity()
    {
        Refuse(Entries(1, 2, 3, 4, 5, 6, 7, 8), isOfCommunity: false);
        Refuse(Take(), isOfCommunity: false);
        Refuse(Take(), isOfCommunity: true);
    }

    [Fact]
    public void ClearedCallOrOtherWordsStartTheCountOver()
    {
        Refuse(Entries(1, 2, 3, 4, 5, 6, 7, 8), isOfCommunity: false);
        Refuse(Take(), isOfCommunity: false);
        _metrics.OnCompleted(Entries(9)[0], null);
        Refuse(Take(), isOfCommunity: false);
        Refuse(Take(), isOfCommunity: false);
        _splitter.SplitRefused(Batch(Take()), CadErrors.Rejected(400, "CLOSED"), out var isOfCommunity);

        Assert.False(isOfCommunity);
    }

    [Fact]
    public void TwelfthRefusalEndsTheWholeBatchButNoOther()
    {
        _queue.Add(Entries(100)[0]);
        Refuse(Entries([.. Enumerable.Range(1, 50)]));
        Take();
        for (var i = 2; i < 12; i++)
        {
            Assert.Empty(Refuse(Take()));
        }

        _queue.Add(Entries(200)[0]);
        Assert.Equal(Enumerable.Range(1, 50), CallIds(Refuse(Take())).Order());
        Assert.Equal([200], CallIds(Take()));
    }

    [Fact]
    public void BatchWithUnknownCallIsSplitUntilItIsFound()
    {
        Assert.Empty(_splitter.SplitUnknown(Batch(Entries(1, 2)), CadErrors.CallNotFound));
        Assert.Equal([1], CallIds(_splitter.SplitUnknown(Batch(Take()), CadErrors.CallNotFound)));
    }

    [Fact]
    public void HalvesOfARefusedBatchStayApartAfterAnOutage()
    {
        Refuse(Entries(1, 2));
        _queue.MergeParts();
        Assert.Equal([1], CallIds(Take()));

        _splitter.SplitUnknown(Batch(Entries(3, 4)), CadErrors.CallNotFound);
        Take();
        _queue.MergeParts();
        Assert.Equal([3], CallIds(Take()));
    }

    [Fact]
    public void UnknownCallsCountAsRefusals()
    {
        _splitter.SplitUnknown(Batch(Entries(1, 2, 3, 4, 5, 6, 7, 8)), Locked);
        _splitter.SplitUnknown(Batch(Take()), Locked);

        Refuse(Take(), isOfCommunity: true);
    }

    private static List<OutboxEntry> Entries(params int[] callIds) =>
        [.. callIds.Select(callId => new OutboxEntry(callId, null, Requester.Console, DateTime.UnixEpoch))];

    private static InFlightBatch Batch(IReadOnlyList<OutboxEntry> entries) => new(entries, null!, new RateLimiter(1, TimeSpan.Zero), TimeSpan.Zero);

    private static IEnumerable<int> CallIds(IEnumerable<OutboxEntry> entries) => entries.Select(entry => entry.CallId);

    private IReadOnlyList<OutboxEntry> Refuse(IReadOnlyList<OutboxEntry> entries, bool? isOfCommunity = null)
    {
        var failed = _splitter.SplitRefused(Batch(entries), Locked, out var isSo);
        Assert.Equal(isOfCommunity ?? isSo, isSo);
        return failed;
    }

    private List<OutboxEntry> Take() => _queue.TakeBatch(50, TimeSpan.Zero);
}
