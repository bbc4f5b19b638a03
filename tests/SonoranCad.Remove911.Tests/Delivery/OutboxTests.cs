using System;
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
    private static readonly Requester Dispatch = Requester.Resource("dispatch");

    private readonly FakeClock _clock = new();
    private readonly FakeStore _stored = new();
    private readonly Mock<IOpenCallLookup> _openCalls = new();
    private readonly SettingsMonitor _settings = new(new Settings { MaxWaiting = 1000, MaxAgeMinutes = 60 });
    private DeliveryStore _store = null!;
    private Outbox _outbox = null!;

    public OutboxTests() => Restart();

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
    public void OnlyTheFirstRequestOfAnEntryResetsItsDeadline()
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
        entry.Batch = null;
        _outbox.MarkReturned(entry);
        Assert.Contains("\"doubt\":false", _stored.Get("outbox:1"));

        Send(1);
        (entry.Batch, entry.MayBeCleared) = (null, true);
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

        Assert.Equal((1, 1), (_outbox.Count, _outbox.Waiting.Count));
        Assert.Equal("outbox:1", Assert.Single(_stored.Values.Keys));
    }

    [Fact]
    public void EntryUnderADamagedKeyMovesToItsOwn()
    {
        Enqueue(Dispatch, 1);
        _stored.Set("outbox:5", _stored.Get("outbox:1")!);
        _stored.Delete("outbox:1");
        Restart();

        Assert.Equal("outbox:1", Assert.Single(_stored.Values.Keys));
    }

    [Fact]
    public void RequestJoinsAnEntryOfVersion020InItsCommunity()
    {
        foreach (var callId in new[] { 12, 13 })
        {
            _stored.Set("outbox:" + callId, """{"v":1,"at":1795521600000,"kind":"console","source":0,"name":"console","license":"","to":"c"}""");
        }

        Restart();
        Assert.Null(_outbox.Find(12, new CallTarget(Target.ApiUrl, "d", 1)));
        Enqueue(Dispatch, 12, 13, 14);

        Assert.Equal(3, _outbox.Count);
        Assert.Single(_outbox.Find(12, Target)!.Requests);
        Assert.Same(_outbox.Find(13, null), _outbox.Find(13, Target));
        Assert.Null(_outbox.Find(15, Target));
    }

    [Fact]
    public void CompletedEntryNoLongerExpires()
    {
        Enqueue(Dispatch, 1);
        _outbox.Complete(_outbox.Find(1, Target)!, null);

        Assert.Equal((0, TimeSpan.MaxValue), (_outbox.Count, _outbox.Expiry.NextDeadline));
    }

    [Fact]
    public void EntryThatReturnsKeepsItsDeadlineEvenIfOthersHaveALaterOne()
    {
        Enqueue(Dispatch, 1);
        _settings.Update(new Settings { MaxAgeMinutes = 10 });
        Enqueue(Dispatch, 2);
        Send(2);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _outbox.MarkReturned(_outbox.Find(2, Target)!);

        Assert.Equal(TimeSpan.FromMinutes(10), _outbox.Expiry.NextDeadline);
    }

    private void Restart()
    {
        _store = new DeliveryStore(new StoreAccess(_stored, new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(_clock));
        _outbox = new Outbox(new OutboxStore(_store), _settings, _openCalls.Object, _clock);
        Assert.Empty(_outbox.Restore());
    }

    private static RemovalRequest Request(Requester requester, params int[] callIds) => new(requester, new FakeReply(), callIds);

    private RemovalError? Enqueue(Requester requester, params int[] callIds) => _outbox.TryEnqueue(Request(requester, callIds), Target);

    private void Send(int callId) =>
        _outbox.MarkSent(new InFlightBatch([_outbox.Find(callId, Target)!], null!, new RateLimiter(1, TimeSpan.Zero), _clock.Elapsed));
}
