using System;
using System.Collections.Generic;
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

public sealed class OutboxStoreTests
{
    private readonly FakeStore _stored = new();
    private OutboxStore _store = null!;

    public OutboxStoreTests() => Restart();

    [Fact]
    public void EqualCallIdsOfDifferentCommunitiesGetNumberedKeys()
    {
        var entries = Enumerable.Range(0, 3).Select(i => Add(7, community: "c" + i)).ToList();
        Assert.Equal(["outbox:7", "outbox:7#2", "outbox:7#3"], entries.Select(entry => entry.StoreKey));

        _store.Remove(entries[1]);
        Assert.Equal("outbox:7#2", Add(7).StoreKey);
        Assert.Equal(_stored.Values.Keys, entries.Select(entry => entry.StoreKey));
    }

    [Fact]
    public void UpdateWritesTheChangedEntryUnderItsKey()
    {
        Add(7);
        var entry = Add(7, community: "d");
        entry.MayBeCleared = true;
        _store.Update(entry);

        Assert.Contains("\"doubt\":true", _stored.Get("outbox:7#2"));
        Assert.Contains("\"doubt\":false", _stored.Get("outbox:7"));
    }

    [Fact]
    public void EntriesAreLoadedOldestFirst()
    {
        foreach (var (callId, minutes) in new[] { (1, 30), (2, 10), (3, 20) })
        {
            Add(callId, minutes: minutes);
        }

        var loaded = Load(out var setAside);

        Assert.Equal([2, 3, 1], loaded.Select(entry => entry.CallId));
        Assert.Equal(["outbox:2", "outbox:3", "outbox:1"], loaded.Select(entry => entry.StoreKey));
        Assert.Empty(setAside);
    }

    [Theory]
    [InlineData("outbox:7", "outbox:7")]
    [InlineData("outbox:7#2", "outbox:7#2")]
    [InlineData("outbox:7#x", "outbox:7#x")]
    [InlineData("outbox:8", "outbox:7")]
    [InlineData("outbox:07", "outbox:7")]
    [InlineData("outbox:+7", "outbox:7")]
    [InlineData("outbox: 7", "outbox:7")]
    [InlineData("outbox:", "outbox:7")]
    [InlineData("outbox:#2", "outbox:7")]
    public void EntryUnderADamagedKeyIsMoved(string key, string expected)
    {
        Add(7);
        var value = _stored.Get("outbox:7")!;
        _stored.Values.Clear();
        _stored.Set(key, value);

        Restart();
        var entry = Assert.Single(_store.Load([]));
        _store.Adopt(entry);

        Assert.Equal(expected, entry.StoreKey);
        Assert.Equal((expected, value), (_stored.Values.Single().Key, _stored.Values.Single().Value));
    }

    [Fact]
    public void EntryOfVersion020TakesItsIdFromTheKey()
    {
        _stored.Set("outbox:12", """{"v":1,"at":1795521600000,"kind":"console","source":0,"name":"console","license":""}""");
        _stored.Set("outbox:13#2", """{"v":1,"at":1795521600000,"kind":"console","source":0,"name":"console","license":""}""");

        Assert.Equal([12, 13], Load(out _).Select(entry => entry.CallId).Order());
    }

    [Fact]
    public void UnreadableValueIsMovedAsideAndReported()
    {
        _stored.Set("outbox:7", "garbage");
        Add(8);

        Assert.Equal(8, Load(out var setAside).Single().CallId);
        Assert.Equal(["outbox:7"], setAside);
        Assert.Equal("garbage", _stored.Get("aside:outbox:7"));
        Assert.Null(_stored.Get("outbox:7"));
    }

    [Fact]
    public void UnreadableValueIsMovedAsideEvenIfASecondLookFindsNothing()
    {
        _stored.Set("outbox:7", "garbage");
        var reads = 0;
        _stored.ReadKey = key => key == "outbox:7" && ++reads > 2 ? "none" : key;

        Assert.Empty(Load(out var setAside));
        Assert.Equal(["outbox:7"], setAside);
        Assert.Equal("garbage", _stored.Get("aside:outbox:7"));
    }

    [Fact]
    public void KeyThatCannotBeReadIsLeftForTheNextRestart()
    {
        Add(7);
        var value = _stored.Get("outbox:7");
        Restart();
        var reads = 0;
        _stored.ReadKey = key => key == "outbox:7" ? "none" + (reads++ % 2) : key;
        _stored.Set("none1", "other");

        Assert.Empty(Load(out var setAside));
        Assert.Empty(setAside);
        _stored.ReadKey = null;
        Assert.Equal("outbox:7#2", Add(7).StoreKey);
        Assert.Equal(value, _stored.Get("outbox:7"));
    }

    private void Restart() => _store = new OutboxStore(
        new DeliveryStore(new StoreAccess(_stored, new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(new FakeClock())));

    private List<OutboxEntry> Load(out List<string> setAside)
    {
        setAside = [];
        return _store.Load(setAside);
    }

    private OutboxEntry Add(int callId, string community = "c", int minutes = 0)
    {
        var acceptedAt = DateTime.UnixEpoch.AddDays(20_000).AddMinutes(minutes);
        var entry = new OutboxEntry(callId, new CallTarget("https://cad.example", community, 1), Requester.Console, acceptedAt) { CommunityId = community };
        _store.Add(entry);
        return entry;
    }
}
