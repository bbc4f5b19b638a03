using System;
using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>A store whose natives throw, and whose strings are swapped on their way to a native.</summary>
public sealed class DeliveryStoreTests : IKeyValueStore
{
    private readonly FakeStore _kept = new();
    private readonly Mock<ILog> _log = new();
    private readonly Queue<string> _damagedKeys = new();
    private readonly DeliveryStore _store;
    private int _writes;
    private int _failingWrites;
    private int _failingReads;
    private int _reads;

    public DeliveryStoreTests() => _store = Create();

    [Fact]
    public void FailedWriteIsRetriedBeforeFlushAndLoggedOnce()
    {
        _failingWrites = 3;
        _store.Set("outbox:1", "one");
        _store.Set("outbox:2", "two");
        _store.Flush();

        Assert.Equal(["one", "two"], _kept.Values.Values);
        Assert.False(_store.NeedsTick);
        AssertFaults(1);
    }

    [Fact]
    public void FailingWriteIsRetriedUntilItSucceeds()
    {
        _failingWrites = int.MaxValue;
        _store.Set("outbox:1", "one");
        _store.Tick(TimeSpan.Zero);
        _store.Tick(TimeSpan.FromSeconds(0.5));
        Assert.True(_store.NeedsTick);
        AssertFaults(1);

        _failingWrites = 0;
        _store.Tick(TimeSpan.FromSeconds(1));

        Assert.Equal("one", _kept.Values["outbox:1"]);
        Assert.False(_store.NeedsTick);
    }

    [Fact]
    public void EntryOverwrittenThroughDamagedKeyIsRestored()
    {
        _kept.Set("outbox:1", "one");
        _store.Restore("outbox:1");
        _damagedKeys.Enqueue("outbox:1");
        _store.Set("outbox:2", "two");
        Assert.Equal("two", _kept.Values["outbox:1"]);
        _store.Flush();

        Assert.Equal(["one", "two"], _kept.Values.Values);
    }

    [Fact]
    public void OverwrittenEntryIsRestoredAfterCorrectSecondWrite()
    {
        _kept.Set("outbox:1", "one");
        _store.Restore("outbox:1");
        _damagedKeys.Enqueue("outbox:1");
        _store.Set("outbox:2", "two");
        _store.Set("outbox:2", "two, sent");
        _store.Flush();

        Assert.Equal(["one", "two, sent"], _kept.Values.Values);
    }

    [Fact]
    public void OverwrittenEntryIsRestoredAfterTwoDamagedWritesAndACorrectOne()
    {
        _kept.Set("outbox:1", "one");
        _store.Restore("outbox:1");
        _damagedKeys.Enqueue("outbox:1");
        _store.Set("outbox:2", "two");

        // Two reads, which find that the first write is missing, and the second write.
        foreach (var key in new[] { "outbox:2", "outbox:2", "outbox:3" })
        {
            _damagedKeys.Enqueue(key);
        }

        _store.Set("outbox:2", "two, sent");
        _store.Set("outbox:2", "two, failed");
        _store.Flush();

        Assert.Equal(["one", "two, failed"], _kept.Values.Values);
    }

    [Fact]
    public void RepairDoesNotReadWhatWasDeletedLongAgo()
    {
        for (var i = 0; i < 100; i++)
        {
            _store.Set("outbox:1" + i, "one");
            _store.Flush();
            _store.Delete("outbox:1" + i);
            _store.Flush();
        }

        _reads = 0;
        _damagedKeys.Enqueue("outbox:1");
        _store.Set("outbox:2", "two");
        _store.Flush();
        Assert.InRange(_reads, 1, 50);
    }

    [Fact]
    public void DeletedEntryRecreatedByDamagedKeyIsDeletedAgain()
    {
        _kept.Set("aside:outbox:9", "kept for the owner");
        _store.Set("outbox:1", "one");
        _store.Delete("outbox:1");
        _store.Flush();
        _damagedKeys.Enqueue("outbox:1");
        _store.Set("outbox:2", "two");
        _store.Flush();

        Assert.Equal(["aside:outbox:9", "outbox:2"], _kept.Values.Keys);
    }

    [Fact]
    public void EntryDeletedThroughDamagedKeyIsRestored()
    {
        _store.Set("outbox:1", "one");
        _store.Set("outbox:2", "two");
        _store.Flush();
        _damagedKeys.Enqueue("outbox:1");
        _store.Delete("outbox:2");
        _store.Flush();

        Assert.Equal("outbox:1", Assert.Single(_kept.Values.Keys));
    }

    [Fact]
    public void UnchangedValueIsNotWrittenAgain()
    {
        _store.Set("outbox:1", "one");
        _store.Flush();
        var before = _writes;
        _store.Set("outbox:1", "one");

        Assert.Equal(before, _writes);
        Assert.False(_store.NeedsTick);
    }

    [Fact]
    public void WriteIsRetriedAFewTimesForEachFlush()
    {
        _failingWrites = int.MaxValue;
        _store.Set("outbox:1", "one");
        Assert.True(_store.Flush());
        Assert.InRange(_writes, 2, 12);
        Assert.True(_store.Flush());
        Assert.InRange(_writes, 4, 24);
    }

    [Fact]
    public void FailedOrDamagedReadIsRepeated()
    {
        _kept.Set("outbox:1", "one");
        _kept.Set("outbox:2", "two");
        _failingReads = 1;
        _damagedKeys.Enqueue("outbox:2");
        Assert.Equal("one", _store.Restore("outbox:1"));

        _failingReads = 1;
        _damagedKeys.Enqueue("sent:v1");
        Assert.Equal(["outbox:1", "outbox:2"], _store.Keys("outbox:"));
    }

    void IKeyValueStore.Set(string key, string value) => Write(() => _kept.Set(Pass(key), value));

    void IKeyValueStore.Delete(string key) => Write(() => _kept.Delete(Pass(key)));

    string? IKeyValueStore.Get(string key)
    {
        _reads++;
        return _failingReads-- > 0 ? throw new InvalidOperationException("read") : _kept.Get(Pass(key));
    }

    IReadOnlyList<string> IKeyValueStore.Keys(string prefix) =>
        _failingReads-- > 0 ? throw new InvalidOperationException("read") : _kept.Keys(Pass(prefix));

    void IKeyValueStore.Flush() => _kept.Flush();

    private DeliveryStore Create() => new(new StoreAccess(this, new ExceptionGuard(_log.Object)), new TickBudget(new FakeClock()));

    private void Write(Action write)
    {
        _writes++;
        if (_failingWrites-- > 0)
        {
            throw new InvalidOperationException("write");
        }

        write();
    }

    private string Pass(string key) => _damagedKeys.TryDequeue(out var other) ? other : key;

    private void AssertFaults(int count) => _log.Verify(log => log.Write(LogLevel.Error, It.IsAny<Phrase>()), Times.Exactly(count));
}
