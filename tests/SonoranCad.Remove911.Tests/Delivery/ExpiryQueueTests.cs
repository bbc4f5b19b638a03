using System;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class ExpiryQueueTests
{
    private readonly ExpiryQueue _queue = new();

    [Fact]
    public void EntriesExpireInOrderOfTheirDeadlines()
    {
        foreach (var minutes in new[] { 30, 10, 20, 10, 40, 35 })
        {
            Add(minutes);
        }

        Assert.Equal(TimeSpan.FromMinutes(10), _queue.NextDeadline);
        Assert.Equal([10, 10, 20, 30, 35, 40], [Take(), Take(), Take(), Take(), Take(), Take()]);
        Assert.Equal(TimeSpan.MaxValue, _queue.NextDeadline);
    }

    [Fact]
    public void EntryIsNotTakenBeforeItsDeadline()
    {
        Add(10);

        Assert.Null(_queue.TakeDue(TimeSpan.FromMinutes(9)));
        Assert.NotNull(_queue.TakeDue(TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void ChangedDeadlineReplacesOldOne()
    {
        var entry = Add(10);
        _queue.Set(entry, TimeSpan.FromMinutes(40));

        Assert.Null(_queue.TakeDue(TimeSpan.FromMinutes(39)));
        Assert.Same(entry, _queue.TakeDue(TimeSpan.FromMinutes(40)));
    }

    [Fact]
    public void RemovedEntryDoesNotExpire()
    {
        var entry = Add(10);
        Add(20);
        _queue.Remove(entry);

        Assert.Equal(20, Take());
    }

    private OutboxEntry Add(int minutes)
    {
        var entry = new OutboxEntry(minutes, null, Requester.Console, DateTime.UnixEpoch);
        _queue.Set(entry, TimeSpan.FromMinutes(minutes));
        return entry;
    }

    private int Take() => _queue.TakeDue(TimeSpan.FromHours(1))!.CallId;
}
