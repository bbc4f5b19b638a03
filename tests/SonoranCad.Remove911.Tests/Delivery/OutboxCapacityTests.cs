using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>How many removals may wait, in all and of one requester.</summary>
public sealed class OutboxCapacityTests
{
    private static readonly CallTarget Target = new("https://cad.example", "c", 1);
    private static readonly Requester Jane = Requester.Player(1, "Jane", "license:jane");
    private static readonly Requester Dispatch = Requester.Resource("dispatch");

    private readonly SettingsMonitor _settings = new(new Settings { MaxWaiting = 1000 });
    private readonly Outbox _outbox;

    public OutboxCapacityTests()
    {
        var clock = new FakeClock();
        var store = new DeliveryStore(new StoreAccess(new FakeStore(), new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(clock));
        _outbox = new Outbox(new OutboxStore(store), _settings, Mock.Of<IOpenCallLookup>(), clock);
    }

    [Theory]
    [InlineData(1000, 100)]
    [InlineData(510, 51)]
    [InlineData(500, 50)]
    [InlineData(100, 50)]
    public void PlayerMayAddATenthButAtLeastOneCommand(int maxWaiting, int most)
    {
        _settings.Update(new Settings { MaxWaiting = maxWaiting });

        AssertCapacity(most, OutboxLimit.Player, Jane);
        Assert.Null(Enqueue(Jane, Range(1, most)));
        AssertCapacity(0, OutboxLimit.Player, Jane);
        Assert.Same(RemovalErrors.PlayerLimitReached, Enqueue(Jane, most + 1));
        Assert.Equal(most, _outbox.Count);
    }

    [Fact]
    public void ScheduleMayAddATenth()
    {
        _settings.Update(new Settings { MaxWaiting = 100 });

        AssertCapacity(10, OutboxLimit.Player, Requester.Schedule);
        Assert.Null(Enqueue(Requester.Schedule, Range(1, 9)));
        AssertCapacity(1, OutboxLimit.Player, Requester.Schedule);
        Assert.Same(RemovalErrors.PlayerLimitReached, Enqueue(Requester.Schedule, 10, 11));
        Assert.Null(Enqueue(Requester.Schedule, 10));
    }

    [Fact]
    public void ResourcesAndTheConsoleMayFillTheOutbox()
    {
        AssertCapacity(1000, OutboxLimit.Outbox, Dispatch);
        Assert.Null(Enqueue(Dispatch, Range(1, 900)));
        AssertCapacity(100, OutboxLimit.Outbox, Jane);
        Assert.Null(Enqueue(Dispatch, Range(901, 60)));
        AssertCapacity(40, OutboxLimit.Outbox, Requester.Console);
        AssertCapacity(40, OutboxLimit.Outbox, Jane);

        Assert.Same(RemovalErrors.Busy, Enqueue(Requester.Console, Range(1000, 41)));
        Assert.Null(Enqueue(Requester.Console, Range(1000, 40)));
        AssertCapacity(0, OutboxLimit.Outbox, Jane);
        Assert.Null(Enqueue(Jane, 1));
        _settings.Update(new Settings { MaxWaiting = 50 });
        AssertCapacity(0, OutboxLimit.Outbox, Jane);
    }

    [Fact]
    public void PlayerWhoReconnectsIsTheSameForTheQuota()
    {
        Enqueue(Jane, Range(1, 60));
        AssertCapacity(40, OutboxLimit.Player, Requester.Player(9, "Jane D.", "license:jane"));

        Enqueue(Requester.Player(2, "Joe", ""), Range(100, 30));
        AssertCapacity(70, OutboxLimit.Player, Requester.Player(3, "Joe", null));
        AssertCapacity(100, OutboxLimit.Player, Requester.Player(4, "Bob", ""));
    }

    [Fact]
    public void CompletedRemovalFreesItsPlaceInTheQuota()
    {
        Enqueue(Jane, Range(1, 3));
        Complete(1);
        AssertCapacity(98, OutboxLimit.Player, Jane);
        Complete(2);
        Complete(3);

        AssertCapacity(100, OutboxLimit.Player, Jane);
        Assert.Null(Enqueue(Jane, 1));
        AssertCapacity(99, OutboxLimit.Player, Jane);
    }

    [Fact]
    public void LoweredLimitLeavesAPlayerNoCapacity()
    {
        Enqueue(Jane, Range(1, 60));
        _settings.Update(new Settings { MaxWaiting = 100 });

        AssertCapacity(0, OutboxLimit.Player, Jane);
        Assert.Null(Enqueue(Jane, 1, 2));
    }

    [Fact]
    public void FourRequestsForEachPlaceMayWait()
    {
        _settings.Update(new Settings { MaxWaiting = 50 });
        for (var i = 0; i < 200; i++)
        {
            Assert.Null(Enqueue(Dispatch, 1, 2));
        }

        Assert.Same(RemovalErrors.Busy, Enqueue(Dispatch, 1));
        Complete(1);
        Assert.Same(RemovalErrors.Busy, Enqueue(Dispatch, 2));
        Complete(2);
        Assert.Null(Enqueue(Dispatch, 1));
    }

    private static int[] Range(int first, int count) => [.. Enumerable.Range(first, count)];

    private RemovalError? Enqueue(Requester requester, params int[] callIds) =>
        _outbox.TryEnqueue(new RemovalRequest(requester, new FakeReply(), callIds), Target);

    private void Complete(int callId) => _outbox.Complete(_outbox.Find(callId, Target)!, null);

    private void AssertCapacity(int remaining, OutboxLimit limitedBy, Requester requester) =>
        Assert.Equal(new OutboxCapacity(remaining, limitedBy), _outbox.RemainingCapacity(requester));
}
