using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Many removals that end, start or wait at once are processed in slices. Each read of the clock advances it.</summary>
public sealed class SlicedWorkTests
{
    private const int Count = 1000;

    // The clock is read after each piece of work, so one tick's budget allows about twenty of them.
    private static readonly TimeSpan TimePerPiece = TickBudget.Limit / 20;

    private static readonly IEnumerable<int> AllIds = Enumerable.Range(1, Count);

    private readonly DeliveryRig _rig = new(new Settings { Api = ApiMode.V1, MaxWaiting = 10_000 });

    [Fact]
    public void SimultaneousOutcomesArePublishedInSlicesAndInOrder()
    {
        var replies = RefuseAll();

        var slices = RunTicks();

        Assert.InRange(slices.Count, Count / 40, Count / 5);
        Assert.All(slices, slice => Assert.InRange(slice, 0, 40));
        Assert.Equal(AllIds, _rig.Events.Select(outcome => outcome.CallId));
        Assert.All(_rig.Events, outcome => Assert.Equal("invalid_api_key", outcome.Code));
        Assert.All(replies, reply => Assert.Equal("invalid_api_key", reply.Code));
        Assert.Empty(_rig.Store.Keys("outbox:"));
    }

    [Fact]
    public void ReloadDuringSlicedWorkLosesNothingAndNewRemovalsAreSent()
    {
        RefuseAll();
        Tick(5);

        _rig.Config = """{ "communityId": "c", "apiKey": "key-2", "serverId": 1 }""";
        _rig.Apply(new Settings { Api = ApiMode.V1, MaxWaiting = 10_000, MaxBatch = 7 });
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var added = _rig.Enqueue(5000);
        var sentBefore = _rig.Sent.Count;
        RunTicks(() => _rig.Sent.Count > sentBefore);
        _rig.RespondToLast(200);
        RunTicks();

        Assert.Equal([5000], added.Cleared);
        Assert.Equal([.. AllIds, 5000], _rig.Events.Select(outcome => outcome.CallId));
    }

    [Fact]
    public void StopDuringSlicedWorkCompletesEveryDecidedRemoval()
    {
        RefuseAll();
        Tick(5);

        _rig.Stop();
        _rig.Restart();

        Assert.Equal(AllIds, _rig.Events.Select(outcome => outcome.CallId));
        Assert.Equal(0, _rig.Delivery.Outbox.Count);
    }

    [Fact]
    public void KillDuringSlicedWorkEndsEveryRemovalOnce()
    {
        RefuseAll();
        Tick(5);
        var ended = _rig.Events.Count;
        Assert.InRange(ended, 20, Count - 100);

        _rig.Restart();
        Assert.InRange(_rig.Delivery.Outbox.Count, Count - ended - 40, Count - ended);
        while (_rig.Dispatcher.NeedsTick)
        {
            Tick(1, 2);
            for (var i = 0; i < _rig.Sent.Count; i++)
            {
                _rig.Respond(i, 200);
            }
        }

        // Removals that had left the store but were not published yet: at most what one tick completes.
        Assert.InRange(_rig.Events.Count, Count - 40, Count);
        Assert.Equal(_rig.Events.Count, _rig.Events.Select(outcome => outcome.CallId).Distinct().Count());
    }

    // After a kill, the CAD would not know them any more.
    [Fact]
    public void ClearedCallsAreStoredAsPossiblyClearedUntilTheirOutcomeIsPublished()
    {
        _rig.Enqueue([.. AllIds.Take(50)]);
        _rig.Tick();
        _rig.Clock.TimePerRead = TimePerPiece;
        _rig.Respond(0, 200);
        RunTicks(() => _rig.Events.Count > 0);

        var keys = _rig.Store.Keys("outbox:");
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("\"doubt\":true", _rig.Store.Get(key)));
    }

    [Fact]
    public void CallRemovedByCadBeforeItsRefusalIsPublishedCountsAsCleared()
    {
        RefuseAll();
        Tick(2);

        _rig.RemoveByCad(Count);
        RunTicks();

        Assert.Equal((Count, (string?)null), _rig.Events.Where(outcome => outcome.Code is null).Select(outcome => (outcome.CallId, outcome.Code)).Single());
    }

    [Fact]
    public void RemovalsThatExpireTogetherEndInSlices()
    {
        EnqueueAll();
        _rig.Tick();
        _rig.RespondToLast(500);
        _rig.Clock.Advance(TimeSpan.FromDays(2));
        _rig.Clock.TimePerRead = TimePerPiece;

        var slices = RunTicks(() => _rig.Events.Count >= Count - 50);

        Assert.All(slices, slice => Assert.InRange(slice, 0, 40));
        Assert.Equal(_rig.Events.Count, _rig.Events.Select(outcome => outcome.CallId).Distinct().Count());
    }

    [Fact]
    public void RequestsDueTogetherAreSentInSlicesAndInOrder()
    {
        var rig = new DeliveryRig(new Settings { Api = ApiMode.V2, MaxWaiting = 10_000, V2RequestsPerMinute = 6000 });
        rig.Enqueue(5000);
        rig.Tick();
        rig.RespondToLast(200);
        rig.Sent.Clear();
        AllIds.Chunk(50).ToList().ForEach(ids => rig.Enqueue(ids));
        rig.Clock.TimePerRead = TimePerPiece;

        var most = 0;
        for (var ticks = 0; rig.Sent.Count < Count; ticks++)
        {
            Assert.True(ticks < Count);
            var before = rig.Sent.Count;
            rig.Tick();
            most = Math.Max(most, rig.Sent.Count - before);
        }

        Assert.InRange(most, 5, 40);
        Assert.Equal(AllIds, Enumerable.Range(0, Count).SelectMany(rig.Calls));
        Assert.Equal(Count + 1, rig.Store.Values["sent:v2"].Split(',').Length);
    }

    [Fact]
    public void RequestWaitsUntilItsChangesAreVerified()
    {
        _rig.Enqueue([.. AllIds.Take(50)]);
        _rig.Clock.TimePerRead = TickBudget.Limit / 5;

        RunTicks(() => _rig.Store.Flushes > 0);

        Assert.InRange(_rig.Sent.Count, 0, 1);
        RunTicks(() => _rig.Sent.Count > 0);
        Assert.Equal(50, _rig.Calls(0).Count);
    }

    [Fact]
    public void WaitNoticesAreShownOnceEachAndInSlices()
    {
        var replies = AllIds.Select(id => _rig.Enqueue(id)).ToList();
        _rig.Clock.TimePerRead = TimePerPiece;

        var ticks = 0;
        while (replies.Any(reply => reply.Lines.Count == 0) && ticks++ < 500)
        {
            var before = replies.Sum(reply => reply.Lines.Count);
            _rig.Tick();
            Assert.InRange(replies.Sum(reply => reply.Lines.Count) - before, 0, 40);
        }

        Tick(20);
        Assert.All(replies.Skip(100), reply => Assert.Single(reply.Lines));
    }

    private List<FakeReply> EnqueueAll() => [.. AllIds.Chunk(50).Select(ids => _rig.Enqueue(ids))];

    // One response ends all pending removals.
    private List<FakeReply> RefuseAll()
    {
        var replies = EnqueueAll();
        _rig.Tick();
        _rig.Clock.TimePerRead = TimePerPiece;
        _rig.Respond(0, 400, "INVALID API KEY");
        return replies;
    }

    private void Tick(int count, double secondsLater = 0.02)
    {
        for (var i = 0; i < count; i++)
        {
            _rig.Tick(secondsLater);
        }
    }

    // Returns the number of outcomes that each tick published.
    private List<int> RunTicks(Func<bool>? condition = null)
    {
        var slices = new List<int>();
        while (condition is null ? _rig.Dispatcher.NeedsTick : !condition())
        {
            Assert.True(slices.Count < 10 * Count, "The work does not end.");
            var before = _rig.Events.Count;
            _rig.Tick();
            slices.Add(_rig.Events.Count - before);
        }

        return slices;
    }
}
