using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class OutcomePublisherTests
{
    private static readonly Requester Mdt = Requester.Resource("mdt");

    private readonly DeliveryRig _rig = new();

    private OutcomePublisher Publisher => _rig.Delivery.Publisher;

    [Fact]
    public void RefusalIsReportedAtOnceInReplyLogAndEvents()
    {
        var reply = new FakeReply();
        Publisher.Refuse(Mdt, reply, [1, 2], RemovalErrors.Busy);
        _rig.Log.Flush();

        Assert.Equal("busy", reply.Code);
        Assert.Equal([(1, "busy", "mdt"), (2, "busy", "mdt")], _rig.Events);
        Assert.Contains("Calls 1, 2 not cleared for resource mdt", Assert.Single(_rig.Console));
        Assert.False(Publisher.HasPending);
    }

    [Fact]
    public void RefusalOfAnUnreadableRequestRaisesNoEvent()
    {
        var reply = new FakeReply();
        _rig.Log.Level = LogLevel.Debug;
        Publisher.Refuse(Mdt, reply, RemovalErrors.NoCallId, [1]);
        _rig.Log.Flush();

        Assert.Contains("Refused a request from resource mdt: No call id was given.", Assert.Single(_rig.Console));
        Assert.Equal([null, 1], reply.Reports.Single().Failed.Select(failed => failed.CallId));
        Assert.Empty(_rig.Events);
    }

    [Fact]
    public void RequestFromWithinARefusalIsRefusedInTheNextTick()
    {
        var second = new FakeReply();
        var first = new FakeReply { OnAnswer = () => Publisher.Refuse(Mdt, second, [2], RemovalErrors.Busy) };
        Publisher.Refuse(Mdt, first, [1], RemovalErrors.Busy);
        Assert.Empty(second.Reports);
        Assert.True(Publisher.HasPending);
        Assert.True(_rig.Dispatcher.NeedsTick);

        _rig.Tick();
        Assert.Equal("busy", second.Code);
        Assert.False(Publisher.HasPending);
    }

    [Fact]
    public void OutcomeIsLoggedAndRefusalFromWithinItsReplyWaitsForTheNextTick()
    {
        var refused = new FakeReply();
        var reply = _rig.EnqueueFor(Mdt, 1);
        reply.OnAnswer = () => Publisher.Refuse(Mdt, refused, [2], RemovalErrors.Busy);
        _rig.Tick();
        _rig.RespondToLast(200);
        Assert.Single(_rig.Console, line => line.Contains("Cleared call 1 for resource mdt."));
        Assert.Empty(refused.Reports);
        Assert.False(Publisher.IsBehind);

        _rig.Tick();
        Assert.Single(refused.Reports);
    }

    [Fact]
    public void WaitingRefusalsAreReportedInSlices()
    {
        var replies = Enumerable.Range(1, 100).Select(_ => new FakeReply()).ToList();
        var outer = new FakeReply
        {
            OnAnswer = () =>
            {
                for (var i = 0; i < replies.Count; i++)
                {
                    Publisher.Refuse(Requester.Resource("mdt" + i), replies[i], [i + 1], RemovalErrors.Busy);
                }
            },
        };
        Publisher.Refuse(Mdt, outer, [1], RemovalErrors.Busy);
        _rig.Clock.TimePerRead = TickBudget.Limit / 20;
        _rig.Tick();
        Assert.InRange(replies.Count(reply => reply.Reports.Count == 1), 1, 40);
        Assert.True(Publisher.IsBehind);

        for (var i = 0; i < 100; i++)
        {
            _rig.Tick();
        }

        Assert.All(replies, reply => Assert.Single(reply.Reports));
        Assert.False(Publisher.IsBehind);
    }

    [Fact]
    public void ReplyThatRunsATickDoesNotGetTheNextOutcomeWithinIt()
    {
        var (first, second) = (_rig.Enqueue(1), _rig.Enqueue(1));
        var secondReports = -1;
        first.OnAnswer = () =>
        {
            _rig.TickNow();
            secondReports = second.Reports.Count;
        };
        _rig.Tick();
        _rig.RespondToLast(200);

        Assert.Equal((0, 1), (secondReports, second.Reports.Count));
    }

    [Fact]
    public void ReplyThatStopsDeliveryLeavesNoReplyBehind()
    {
        var (first, second) = (_rig.Enqueue(1), _rig.Enqueue(1));
        first.OnAnswer = _rig.Dispatcher.Stop;
        _rig.Tick();
        _rig.RespondToLast(200);

        Assert.Single(second.Reports);
        Assert.False(Publisher.IsBehind);
    }

    [Fact]
    public void StoppedRequestIsAnsweredOnce()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.Dispatcher.Stop();
        Assert.Equal("kept", reply.Code);
        _rig.RespondToLast(200);

        Assert.Single(reply.Reports);
        Assert.Equal((1, null, "console"), Assert.Single(_rig.Events));
        Assert.Contains(_rig.Console, line => line.Contains("Cleared call 1 for the console."));
    }

    [Fact]
    public void FiftyRefusedCallsOfARequesterMayWait()
    {
        var replies = RefuseWithin([Enumerable.Range(1, 49), [50], [51]]);
        Assert.Equal([1, 1, 0], replies);
        Assert.Single(_rig.Console, line => line.Contains("Too many refused requests from resource mdt"));

        Assert.Equal([1, 1, 0], RefuseWithin([Enumerable.Range(1, 49), [50], [51]]));
    }

    [Fact]
    public void FirstRefusalWaitsHoweverManyCallsItNames() =>
        Assert.Equal([1, 0], RefuseWithin([Enumerable.Range(1, 60), [61]]));

    [Fact]
    public void OneRequesterDoesNotUseUpTheRefusalsOfAnother()
    {
        var other = new FakeReply();
        RefuseWithin([Enumerable.Range(1, 50)], () => Publisher.Refuse(Requester.Console, other, [1], RemovalErrors.Busy));

        Assert.Single(other.Reports);
    }

    [Fact]
    public void RefusalIsReportedAtOnceAgainAfterOneThatThrew()
    {
        Publisher.Refuse(Mdt, new FakeReply { OnAnswer = () => throw new InvalidOperationException("gone") }, [1], RemovalErrors.Busy);
        var reply = new FakeReply();
        Publisher.Refuse(Mdt, reply, [2], RemovalErrors.Busy);
        _rig.Log.Flush();

        Assert.Single(reply.Reports);
        Assert.Equal([1, 2], _rig.Events.Select(outcome => outcome.CallId));
        Assert.Single(_rig.Console, line => line.Contains("The reply to resource mdt could not be sent: InvalidOperationException: gone"));
    }

    [Fact]
    public void OutcomeThatCannotBeRaisedIsLogged()
    {
        var reply = _rig.Enqueue(1, 2);
        _rig.Tick();
        _rig.FailsToRaise = true;
        _rig.RespondToLast(200);

        Assert.Equal([1, 2], reply.Cleared);
        Assert.Equal(2, _rig.Console.Count(line => line.Contains("An outcome event could not be raised: InvalidOperationException: no handler")));
    }

    [Fact]
    public void ListenerHearsTheOutcomeBeforeAnyoneElseAndItsErrorIsLogged()
    {
        var heard = new List<(int CallId, RemovalError? Error)>();
        var listener = new Mock<IOutcomeListener>();
        listener.Setup(l => l.OnCompleted(It.IsAny<OutboxEntry>(), It.IsAny<RemovalError?>()))
            .Callback<OutboxEntry, RemovalError?>((entry, error) => heard.Add((entry.CallId, error)))
            .Throws(new InvalidOperationException("listener"));
        _rig.Listeners.Add(listener.Object);
        _rig.Start();
        var reply = _rig.Enqueue(1);
        reply.OnAnswer = () => Assert.Single(heard);
        _rig.Tick();
        _rig.RespondToLast(400, "CALL IS LOCKED");

        Assert.Equal("cad_rejected", Assert.Single(heard).Error!.Code);
        Assert.Equal("cad_rejected", reply.Code);
        Assert.Single(_rig.Console, line => line.Contains("Error in IOutcomeListenerProxy"));
        Assert.Equal(1, _rig.Delivery.Status.Failed);
    }

    [Fact]
    public void NoticeThatCannotBeShownIsLogged()
    {
        var reply = new Mock<IReply>();
        reply.Setup(r => r.Notify(It.IsAny<Phrase>(), Tone.Warning)).Throws(new InvalidOperationException("gone"));
        _rig.Delivery.Removals.Submit(Mdt, new List<int> { 1 }, reply.Object);
        _rig.Tick();
        _rig.RespondToLast(503);

        Assert.Single(_rig.Console, line => line.Contains("The reply to resource mdt could not be sent"));
    }

    // Refuses requests from within the reply to another one; returns the number of replies that each got.
    private List<int> RefuseWithin(IReadOnlyList<IEnumerable<int>> requests, Action? last = null)
    {
        var replies = requests.Select(_ => new FakeReply()).ToList();
        var outer = new FakeReply
        {
            OnAnswer = () =>
            {
                for (var i = 0; i < requests.Count; i++)
                {
                    Publisher.Refuse(Mdt, replies[i], [.. requests[i]], RemovalErrors.Busy);
                }

                last?.Invoke();
            },
        };
        Publisher.Refuse(Mdt, outer, [1], RemovalErrors.Busy);
        _rig.Tick();
        return [.. replies.Select(reply => reply.Reports.Count)];
    }
}
