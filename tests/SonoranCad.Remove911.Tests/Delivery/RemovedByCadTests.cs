using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>The CAD reports a call as removed while its removal is pending here.</summary>
public sealed class RemovedByCadTests
{
    private readonly DeliveryRig _rig = new();

    [Fact]
    public void QueuedRemovalIsClearedOnNextTickAndNeverSent()
    {
        var reply = _rig.Enqueue(101);

        _rig.RemoveByCad(101);
        Assert.Empty(reply.Reports);
        _rig.Tick();

        Assert.Equal([101], reply.Cleared);
        Assert.Equal([(101, null, "console")], _rig.Events);
        Assert.Empty(_rig.Sent);
        Assert.Empty(_rig.Store.Keys("outbox:"));
        Assert.False(_rig.Dispatcher.NeedsTick);
    }

    [Fact]
    public void EveryRequesterIsNotifiedAndOtherCallsAreSent()
    {
        var first = _rig.Enqueue(101);
        var second = _rig.Enqueue(101, 102);

        _rig.RemoveByCad(101);
        _rig.Tick();
        Assert.Equal([101], first.Cleared);
        Assert.Empty(second.Reports);
        Assert.Equal([102], _rig.Calls(0));

        _rig.RespondToLast(200);
        Assert.Equal([101, 102], second.Cleared);
    }

    [Theory]
    [InlineData(200, "ok")]
    [InlineData(400, "CALL NOT FOUND")]
    [InlineData(400, "INVALID API KEY")]
    [InlineData(429, "")]
    [InlineData(503, "")]
    public void RemovalInFlightIsClearedOnAnyResponse(int status, string text)
    {
        var reply = _rig.Enqueue(101);
        _rig.Tick();

        _rig.RemoveByCad(101);
        _rig.Tick();
        Assert.Empty(reply.Reports);
        _rig.RespondToLast(status, text);

        Assert.Equal([101], reply.Cleared);
        Assert.False(_rig.Dispatcher.NeedsTick);
        _rig.Tick(120);
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void RemovalInFlightIsClearedOnTimeout()
    {
        var reply = _rig.Enqueue(101);
        _rig.Tick();

        _rig.RemoveByCad(101);
        _rig.Tick(CallbackHttpClient.ResponseTimeout.TotalSeconds + 0.1);

        Assert.Equal([101], reply.Cleared);
    }

    [Fact]
    public void SecondRequestJoinsRemovalInFlight()
    {
        var first = _rig.Enqueue(101);
        _rig.Tick();
        _rig.RemoveByCad(101);

        var second = _rig.Enqueue(101);
        _rig.Tick(2);
        Assert.Single(_rig.Sent);
        _rig.RespondToLast(503);

        Assert.Equal([101], first.Cleared);
        Assert.Equal([101], second.Cleared);
    }

    [Fact]
    public void RejectionCausedByRemovedCallDoesNotFailOthers()
    {
        var reply = _rig.Enqueue(101, 102);
        _rig.Tick();

        _rig.RemoveByCad(101);
        _rig.RespondToLast(400, "CALL NOT FOUND");
        _rig.Tick(2);
        Assert.Equal([102], _rig.Calls(1));
        _rig.RespondToLast(200);

        Assert.Equal([101, 102], reply.Cleared.Order());
    }

    [Fact]
    public void QueuedV2RemovalLeavesOutboxWhenRemovedByCad()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        var reply = rig.Enqueue([.. Enumerable.Range(1, 20)]);
        rig.Tick();

        rig.RemoveByCad(15);
        rig.Tick();

        Assert.Contains((15, null, "console"), rig.Events);
        Assert.Empty(reply.Reports);
        Assert.Equal(19, rig.Store.Keys("outbox:").Count);
    }

    [Fact]
    public void UnrequestedCallIsIgnored()
    {
        _rig.RemoveByCad(101);
        _rig.Tick();
        Assert.Empty(_rig.Events);

        var reply = _rig.Enqueue(101);
        _rig.Tick();
        _rig.RespondToLast(200);
        Assert.Equal([101], reply.Cleared);
        _rig.RemoveByCad(101);
    }

    [Fact]
    public void DuplicateNoticeCompletesRemovalOnce()
    {
        _rig.Enqueue(101);
        _rig.RemoveByCad(101);
        _rig.RemoveByCad(101);
        _rig.Tick();
        _rig.Tick();

        Assert.Single(_rig.Events);
    }

    [Fact]
    public void RestartBeforeTickResendsRemoval()
    {
        _rig.Enqueue(101);
        _rig.RemoveByCad(101);

        _rig.Restart();
        _rig.Tick();
        Assert.Equal([101], _rig.Calls(0));
        _rig.RespondToLast(200);

        Assert.Equal([(101, null, "console")], _rig.Events);
    }
}
