using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class OutboxDispatcherTests
{
    private readonly DeliveryRig _rig = new();

    [Fact]
    public void RemovalIsSentOnNextTickAndReportedOnTickAfterResponse()
    {
        var reply = _rig.Enqueue(101, 102);
        Assert.Empty(_rig.Sent);

        _rig.Tick();
        Assert.Equal([101, 102], _rig.Calls(0));

        _rig.Respond(0, 200);
        Assert.Empty(reply.Reports);

        _rig.Tick();
        Assert.Equal([101, 102], reply.Cleared);
        Assert.False(_rig.Dispatcher.NeedsTick);
        Assert.Equal([(101, null, "console"), (102, null, "console")], _rig.Events);
        Assert.Empty(reply.Lines);
    }

    [Fact]
    public void RemovalsQueuedWhileRequestIsInFlightAreBatched()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.Enqueue(2);
        _rig.Enqueue(3, 4);
        _rig.Tick();
        Assert.Single(_rig.Sent);

        _rig.RespondToLast(200);
        _rig.Tick(1.1);

        Assert.Equal(2, _rig.Sent.Count);
        Assert.Equal([2, 3, 4], _rig.Calls(1));
    }

    [Fact]
    public void SecondRequestForSameCallJoinsFirst()
    {
        var first = _rig.Enqueue(1);
        var second = _rig.Enqueue(1, 2);
        _rig.Tick();
        Assert.Equal([1, 2], _rig.Calls(0));
        var third = _rig.Enqueue(2);
        _rig.RespondToLast(200);

        Assert.Equal([1], first.Cleared);
        Assert.Equal([1, 2], second.Cleared);
        Assert.Equal([2], third.Cleared);
        Assert.Equal([1, 2], _rig.Events.Select(e => e.CallId));
    }

    [Fact]
    public void BatchHoldsAtMostFiftyCalls()
    {
        for (var i = 0; i < 6; i++)
        {
            _rig.EnqueueFor(Requester.Resource("r"), [.. Enumerable.Range((i * 20) + 1, 20)]);
        }

        _rig.Tick();
        Assert.Equal(50, _rig.Calls(0).Count);
    }

    [Fact]
    public void RejectedCallIsIsolatedFromItsBatch()
    {
        var reply = _rig.Enqueue([.. Enumerable.Range(1, 50)]);
        var requests = 0;
        while (_rig.Dispatcher.NeedsTick && requests < 100)
        {
            _rig.Tick(1.1);
            var calls = _rig.Calls(_rig.Sent.Count - 1);
            requests++;
            _rig.RespondToLast(calls.Contains(37) ? 400 : 200, "CALL IS LOCKED");
        }

        Assert.Equal(49, reply.Reports.Single().Cleared.Count);
        Assert.Equal(37, reply.Reports.Single().Failed.Single().CallId);
        Assert.Equal("cad_rejected", reply.Code);
        Assert.InRange(requests, 2, 14);
    }

    [Fact]
    public void V1RequestsAreOneSecondApart()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(200);
        _rig.Enqueue(2);
        for (var i = 0; i < 49; i++)
        {
            _rig.Tick();
        }

        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        Assert.Equal(2, _rig.Sent.Count);
    }

    [Theory]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "cad_error")]
    [InlineData(503, "cad_error")]
    [InlineData(0, "no_connection")]
    [InlineData(200, "unexpected_answer")]
    public void TransientFailureIsRetriedUntilSuccess(int status, string code)
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(status, "<html>");
        Assert.Empty(reply.Reports);
        Assert.Contains("Still trying to clear call 1. ", Assert.Single(reply.Lines));

        _rig.Tick(1.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.2);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.RespondToLast(200);

        Assert.NotEmpty(code);
        Assert.Equal([1], reply.Cleared);
        Assert.Single(reply.Lines);
    }

    [Fact]
    public void LateResponseAfterTenSecondTimeoutIsIgnored()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.Tick(9.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.2);
        _rig.Respond(0, 200);
        _rig.Tick();
        Assert.Empty(reply.Reports);

        _rig.Tick(3);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.RespondToLast(200);
        Assert.Equal([1], reply.Cleared);
    }

    [Fact]
    public void UnsentRequestIsRetried()
    {
        var reply = _rig.Enqueue(1);
        _rig.SendResult = () => -1;
        _rig.Tick();
        _rig.Tick();
        _rig.SendResult = () => throw new InvalidOperationException("no such native");
        _rig.Tick(2.1);
        _rig.Tick();
        _rig.SendResult = null;
        _rig.Tick(5);
        _rig.RespondToLast(200);

        Assert.Equal([1], reply.Cleared);
    }

    [Fact]
    public void OldRemovalExpiresAndIsReported()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        while (_rig.Clock.Elapsed < TimeSpan.FromMinutes(61) && _rig.Dispatcher.NeedsTick)
        {
            _rig.RespondToLast(500);
            _rig.Tick(5);
        }

        Assert.Equal("expired", reply.Code);
        Assert.Contains("returned an error (500)", reply.Reports[0].Failed[0].Error.Message.InEnglish());
        Assert.InRange(_rig.Clock.Elapsed, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60.5));
        Assert.Empty(_rig.Store.Keys("outbox:"));
    }

    [Fact]
    public void FiveFailuresOpenCircuitAndSuccessClosesIt()
    {
        var reply = _rig.Enqueue(1);
        for (var i = 0; i < 9; i++)
        {
            _rig.Tick(61);
            _rig.RespondToLast(503);
        }

        Assert.Single(_rig.Console, line => line.Contains("keeps failing"));
        _rig.Enqueue(2);
        for (var i = 0; i < 3; i++)
        {
            _rig.Tick(61);
            _rig.RespondToAll(200);
        }

        Assert.Single(_rig.Console, line => line.Contains("works again"));
        Assert.Equal([1], reply.Cleared);
        Assert.Equal(5, _rig.Console.Count);
    }

    [Theory]
    [InlineData("INVALID COMMUNITY ID", "invalid_community")]
    [InlineData("INVALID API KEY", "invalid_api_key")]
    public void RefusedAccountStopsSendingUntilConfigurationChanges(string text, string code)
    {
        var first = _rig.Enqueue(1);
        _rig.Tick();
        var second = _rig.Enqueue(2);
        _rig.RespondToLast(400, text);
        _rig.Tick(5);

        Assert.Equal(code, first.Code);
        Assert.Equal(code, second.Code);
        Assert.Single(_rig.Sent);
        Assert.Equal(code, _rig.TrySubmit(Requester.Console, 3)!.Code);
        Assert.False(_rig.Dispatcher.NeedsTick);

        _rig.Config = """{ "communityId": "c", "apiKey": "key-2" }""";
        _rig.Tick(1);
        _rig.Enqueue(4);
        _rig.Tick(2);
        Assert.Contains("key-2", _rig.Sent[^1].Request.Body);
    }

    [Fact]
    public void LateRefusalOfOldAccountDoesNotStopNewAccount()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.MarkAlone();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200, "{}");
        var two = rig.Enqueue(2);
        var three = rig.Enqueue(3);
        rig.Tick();
        rig.Respond(1, 401);
        rig.Tick();
        rig.Config = """{ "communityId": "c", "apiKey": "key-2" }""";
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var four = rig.Enqueue(4);
        rig.Respond(2, 401);
        rig.Tick();
        rig.Tick();

        Assert.Equal("invalid_api_key", two.Code);
        Assert.Empty(three.Reports);
        Assert.Empty(four.Reports);
        Assert.Contains(rig.Sent, sent => sent.Request.Headers["Authorization"] == "Bearer key-2");
    }

    // Found by the fuzzer: the owner had fixed the key in the CAD and reloaded, and nothing was sent until the next reload.
    [Fact]
    public void RefusalOfRequestFromBeforeReloadDoesNotStopSending()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.Accounts.Reload(ConfigReader.Read(_rig.Config));
        _rig.RespondToLast(400, "INVALID API KEY");
        _rig.Tick(2);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.RespondToLast(200);

        Assert.Equal([1], reply.Cleared);
    }

    [Fact]
    public void RequestBeyondOutboxCapacityIsRefused()
    {
        for (var i = 0; i < 20; i++)
        {
            _rig.EnqueueFor(Requester.Resource("r"), [.. Enumerable.Range((i * 50) + 1, 50)]);
        }

        Assert.Equal("busy", _rig.TrySubmit(Requester.Console, 5000)!.Code);
        Assert.Null(_rig.TrySubmit(Requester.Console, 1000));
        Assert.Equal(1000, _rig.Store.Keys("outbox:").Count);
    }

    [Fact]
    public void ReplyMayEnqueueAgainOrStopDelivery()
    {
        FakeReply? again = null;
        var first = _rig.Enqueue(1);
        first.OnAnswer = () =>
        {
            again = _rig.Enqueue(2);
            _rig.TickNow();
            _rig.Dispatcher.Stop();
        };
        _rig.Tick();
        _rig.RespondToLast(200);
        _rig.Tick(2);
        _rig.RespondToLast(200);

        Assert.Equal("kept", again!.Code);
        Assert.Equal([1, 2], _rig.Events.Select(outcome => outcome.CallId));
    }

    [Fact]
    public void ThrowingReplyDoesNotAffectOtherRequesters()
    {
        var first = _rig.Enqueue(1);
        first.OnAnswer = () => throw new InvalidOperationException("gone");
        var second = _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(200);

        Assert.Equal([1], second.Cleared);
        Assert.Single(_rig.Events);
    }

    [Fact]
    public void TickAllocatesNothingWhileNothingIsDue()
    {
        for (var i = 0; i < 20; i++)
        {
            _rig.EnqueueFor(Requester.Resource("r"), [.. Enumerable.Range((i * 50) + 1, 50)]);
        }

        _rig.Tick();
        var now = _rig.Clock.Elapsed;
        _rig.TickNow();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _rig.TickNow();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
