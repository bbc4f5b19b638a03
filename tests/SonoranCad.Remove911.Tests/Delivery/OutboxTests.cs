using System;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class OutboxTests
{
    private static readonly CallTarget Target = new("https://cad.example", "c", 1);
    private static readonly Requester Jane = Requester.Player(1, "Jane", "license:jane");
    private static readonly Requester Dispatch = Requester.Resource("dispatch");

    private readonly FakeClock _clock = new();
    private readonly FakeStore _stored = new();
    private readonly Mock<IOpenCallLookup> _openCalls = new();
    private readonly SettingsMonitor _settings = new(new Settings { MaxWaiting = 1000, MaxAgeMinutes = 60 });
    private DeliveryStore _store = null!;
    private Outbox _outbox = null!;

    public OutboxTests() => Restart();

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
        Assert.Null(Enqueue(Dispatch, Range(1, 960)));
        AssertCapacity(40, OutboxLimit.Outbox, Requester.Console);
        AssertCapacity(40, OutboxLimit.Outbox, Jane);

        Assert.Same(RemovalErrors.Busy, Enqueue(Requester.Console, Range(1000, 41)));
        Assert.Null(Enqueue(Requester.Console, Range(1000, 40)));
        AssertCapacity(0, OutboxLimit.Outbox, Jane);
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

    [Fact]
    public void SameNumberInAnotherCommunityIsAnotherCall()
    {
        Enqueue(Dispatch, 1);
        var other = new CallTarget(Target.ApiUrl, "d", 1);
        _outbox.TryEnqueue(Request(Dispatch, 1), other);

        Assert.Equal(2, _outbox.Count);
        Assert.NotSame(_outbox.Find(1, Target), _outbox.Find(1, other));
        Assert.Null(_outbox.Find(1, new CallTarget(Target.ApiUrl, "c", 2)));
        Assert.Null(_outbox.Find(1, null));
        Assert.Equal(["outbox:1", "outbox:1#2"], _stored.Values.Keys);
    }

    [Fact]
    public void EntryStartsToExpireAnewWithItsFirstRequestOnly()
    {
        Enqueue(Dispatch, 1);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Send(1);
        Assert.Equal(TimeSpan.FromMinutes(70), _outbox.Expiry.NextDeadline);
        Assert.Equal(_clock.UtcNow, _outbox.Find(1, Target)!.FirstTriedAt);

        _clock.Advance(TimeSpan.FromMinutes(10));
        Send(1);
        Assert.Equal(TimeSpan.FromMinutes(70), _outbox.Expiry.NextDeadline);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void CallIsUnlistedIfItWasNotOpenAndNoEarlierTryMayHaveClearedIt(bool isAbsent, bool mayBeCleared, bool isUnlisted)
    {
        Enqueue(Dispatch, 1);
        _openCalls.Setup(calls => calls.IsAbsent(1, _clock.Elapsed)).Returns(isAbsent);
        _outbox.Find(1, Target)!.MayBeCleared = mayBeCleared;
        Send(1);

        Assert.Equal(isUnlisted, _outbox.Find(1, Target)!.IsUnlisted);
    }

    [Fact]
    public void EntryInFlightIsStoredAsPossiblyCleared()
    {
        Enqueue(Dispatch, 1);
        Assert.Contains("\"doubt\":false", _stored.Get("outbox:1"));
        Send(1);
        Assert.Contains("\"doubt\":true", _stored.Get("outbox:1"));

        var entry = _outbox.Find(1, Target)!;
        _outbox.MarkReturned(entry);
        Assert.Null(entry.Batch);
        Assert.Contains("\"doubt\":false", _stored.Get("outbox:1"));

        Send(1);
        entry.MayBeCleared = true;
        _outbox.MarkReturned(entry);
        Assert.Contains("\"doubt\":true", _stored.Get("outbox:1"));
    }

    [Fact]
    public void EntryThatExpiredInFlightIsOverdueWhenItReturns()
    {
        Enqueue(Dispatch, 1);
        Send(1);
        var entry = _outbox.Find(1, Target)!;
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Same(entry, _outbox.Expiry.TakeDue(_clock.Elapsed));
        _outbox.MarkReturned(entry);
        Assert.Equal(_clock.Elapsed, _outbox.Expiry.NextDeadline);

        _clock.Advance(TimeSpan.FromMinutes(1));
        _outbox.MarkReturned(entry);
        Assert.Equal(_clock.Elapsed - TimeSpan.FromMinutes(1), _outbox.Expiry.NextDeadline);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(24 * 60, 24 * 60)]
    [InlineData((24 * 60) + 1, 24 * 60)]
    [InlineData(-10, 0)]
    public void UntriedEntryKeepsItsAgeButHasItsWholeTime(int minutesLater, int age)
    {
        Enqueue(Dispatch, 1);
        _clock.UtcNow += TimeSpan.FromMinutes(minutesLater);
        _settings.Update(new Settings { MaxAgeMinutes = 30 });
        Restart();

        var entry = _outbox.Find(1, Target)!;
        Assert.Equal(TimeSpan.FromMinutes(-age), entry.AcceptedElapsed - _clock.Elapsed);
        Assert.Equal(TimeSpan.FromMinutes(30), entry.MaxAge);
        Assert.Equal(TimeSpan.FromMinutes(30), _outbox.Expiry.NextDeadline - _clock.Elapsed);
    }

    [Theory]
    [InlineData(10, 50)]
    [InlineData(60, 0)]
    [InlineData(90, 0)]
    [InlineData(-10, 60)]
    public void TriedEntryHasTheRestOfItsTime(int minutesLater, int minutesLeft)
    {
        Enqueue(Dispatch, 1);
        Send(1);
        _clock.UtcNow += TimeSpan.FromMinutes(minutesLater);
        Restart();

        Assert.Equal(TimeSpan.FromMinutes(minutesLeft), _outbox.Expiry.NextDeadline - _clock.Elapsed);
    }

    [Fact]
    public void SecondCopyOfAStoredEntryIsDiscarded()
    {
        Enqueue(Dispatch, 1);
        _stored.Set("outbox:1#2", _stored.Get("outbox:1")!);
        Restart();
        _store.Flush();

        Assert.Equal(1, _outbox.Count);
        Assert.Equal("outbox:1", Assert.Single(_stored.Values.Keys));
    }

    private void Restart()
    {
        _store = new DeliveryStore(new StoreAccess(_stored, new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(_clock));
        _outbox = new Outbox(new OutboxStore(_store), _settings, _openCalls.Object, _clock);
        Assert.Empty(_outbox.Restore());
    }

    private static int[] Range(int first, int count) => [.. Enumerable.Range(first, count)];

    private static RemovalRequest Request(Requester requester, params int[] callIds) => new(requester, new FakeReply(), callIds);

    private RemovalError? Enqueue(Requester requester, params int[] callIds) => _outbox.TryEnqueue(Request(requester, callIds), Target);

    private void Send(int callId) =>
        _outbox.MarkSent(new InFlightBatch([_outbox.Find(callId, Target)!], null!, new RateLimiter(1, TimeSpan.Zero), _clock.Elapsed));

    private void Complete(int callId) => _outbox.Complete(_outbox.Find(callId, Target)!, null);

    private void AssertCapacity(int remaining, OutboxLimit limitedBy, Requester requester) =>
        Assert.Equal(new OutboxCapacity(remaining, limitedBy), _outbox.RemainingCapacity(requester));
}
