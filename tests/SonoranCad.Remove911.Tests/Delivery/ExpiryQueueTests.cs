using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class ExpiryQueueTests
{
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(60, 61, 2, 3, 62, 4)]
    [InlineData(5, 5, 1, 1, 5)]
    public void EntriesAreReturnedByEarliestDeadline(params int[] deadlines)
    {
        var queue = new ExpiryQueue();
        var entries = deadlines.Select(Entry).ToList();
        entries.ForEach(queue.Add);
        var order = new List<double>();

        while (queue.Next() is { } next)
        {
            order.Add(next.Deadline.TotalMinutes);
            next.IsComplete = true;
        }

        Assert.Equal(deadlines.Order().Select(minutes => (double)minutes), order);
    }

    [Fact]
    public void EntriesAddedAfterAllCompletedAreReturned()
    {
        var queue = new ExpiryQueue();
        var first = Entry(9);
        queue.Add(first);
        first.IsComplete = true;
        Assert.Null(queue.Next());

        queue.Add(Entry(3));
        queue.Add(Entry(4));

        Assert.Equal(3, queue.Next()!.Deadline.TotalMinutes);
    }

    private static OutboxEntry Entry(int minutes) => new(minutes, Requester.Console, DateTime.UnixEpoch, TimeSpan.FromMinutes(minutes));
}
