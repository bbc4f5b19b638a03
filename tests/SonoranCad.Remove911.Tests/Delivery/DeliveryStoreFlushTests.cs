using System;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>When values reach the store and the disk.</summary>
public sealed class DeliveryStoreFlushTests
{
    private readonly FakeStore _kept = new();
    private readonly FakeClock _clock = new();
    private readonly TickBudget _budget;
    private readonly DeliveryStore _store;
    private int _faults;

    public DeliveryStoreFlushTests()
    {
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(LogLevel.Error, It.IsAny<Phrase>())).Callback(() => _faults++);
        _budget = new TickBudget(_clock);
        _store = new DeliveryStore(new StoreAccess(_kept, new ExceptionGuard(log.Object)), _budget);
    }

    [Fact]
    public void KeyWithAValueIsNotAdded()
    {
        Assert.True(_store.TryAdd("outbox:1", "one"));
        Assert.False(_store.TryAdd("outbox:1", "two"));
        Assert.Equal("one", _kept.Values["outbox:1"]);

        _store.Delete("outbox:1");
        Assert.True(_store.TryAdd("outbox:1", "three"));
        Assert.Equal("three", _kept.Values["outbox:1"]);
    }

    [Fact]
    public void LateValueIsMadeOnceForTheNextFlush()
    {
        var made = 0;
        Assert.False(_store.NeedsTick);
        _store.SetLate("sent", () => "old");
        _store.SetLate("sent", () => $"new {++made}");
        Assert.True(_store.NeedsTick);
        Assert.Empty(_kept.Values);

        Assert.True(_store.Flush());
        Assert.True(_store.Flush());
        Assert.Equal("new 1", _kept.Values["sent"]);
        Assert.Equal(1, _kept.Flushes);
        Assert.False(_store.NeedsTick);
    }

    [Fact]
    public void FailedFlushIsRetriedOnceASecond()
    {
        _kept.FailsToFlush = true;
        _store.Set("outbox:1", "one");
        _store.Tick(TimeSpan.Zero);
        _store.Tick(TimeSpan.FromSeconds(0.999));
        Assert.Equal(1, _faults);
        _store.Tick(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _faults);

        _kept.FailsToFlush = false;
        _store.Tick(TimeSpan.FromSeconds(2));
        Assert.False(_store.NeedsTick);
        _store.Set("outbox:2", "two");
        _store.Tick(TimeSpan.FromSeconds(2.001));
        Assert.Equal(2, _kept.Flushes);
    }

    [Fact]
    public void NothingIsFlushedBeforeEachChangeIsVerifiedInSlices()
    {
        for (var i = 0; i < 10; i++)
        {
            _store.Set("outbox:" + i, "text");
        }

        // The budget is spent with each change.
        _clock.TimePerRead = TickBudget.Limit;
        _budget.Start();
        for (var i = 0; i < 9; i++)
        {
            Assert.False(_store.Flush());
        }

        Assert.Equal(0, _kept.Flushes);
        Assert.True(_store.Flush());
        Assert.Equal(1, _kept.Flushes);
    }
}
