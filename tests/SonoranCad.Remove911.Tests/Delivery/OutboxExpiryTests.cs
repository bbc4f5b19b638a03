using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>When a removal is given up. Only tries are limited to maxAgeMinutes: what the rate limit holds back may wait for a day.</summary>
public sealed class OutboxExpiryTests
{
    private const int Minute = 60;

    // After one request, the next may go out in more than a day.
    private readonly DeliveryRig _rig = new(new Settings { Api = ApiMode.V1, V1IntervalSeconds = 100_000, MaxAgeMinutes = 60 });

    [Fact]
    public void RemovalThatOnlyTheRateLimitHoldsBackWaitsForADay()
    {
        var reply = EnqueueBehindAnother();
        _rig.Tick(61 * Minute);
        _rig.Tick(22 * 60 * Minute);
        Assert.Empty(reply.Reports);

        _rig.Tick((58 * Minute) + 59);
        Assert.Empty(reply.Reports);
        _rig.Tick(1);
        Assert.StartsWith("Gave up after 1440 min: It was never sent.", Reason(reply), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovalThatHasWaitedForLongerThanItsAgeIsCheckedEachMinute()
    {
        var reply = EnqueueBehindAnother();
        _rig.Tick(60 * Minute);
        _rig.Config = "{}";
        _rig.ReadAccount();
        _rig.Tick(Minute - 0.001);
        Assert.Empty(reply.Reports);

        _rig.Tick(0.001);
        Assert.StartsWith("Gave up after 61 min: It was never sent.", Reason(reply), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovalThatCannotBeSentExpiresAtItsAge()
    {
        var reply = EnqueueBehindAnother();
        _rig.Config = "{}";
        _rig.ReadAccount();
        _rig.Tick((60 * Minute) - 0.001);
        Assert.Empty(reply.Reports);

        _rig.Tick(0.001);
        Assert.StartsWith("Gave up after 60 min: It was never sent.", Reason(reply), StringComparison.Ordinal);
    }

    [Fact]
    public void TriedRemovalExpiresAtItsAgeWithTheLastReason()
    {
        var reply = _rig.Enqueue(1);
        var config = _rig.Config;
        _rig.Config = "{}";
        _rig.ReadAccount();
        _rig.Tick(10 * Minute);
        _rig.Config = config;
        _rig.ReadAccount();
        _rig.Tick(5);
        _rig.RespondToLast(503);
        _rig.Tick((60 * Minute) - 0.021);
        Assert.Empty(reply.Reports);

        _rig.Tick(0.001);
        Assert.StartsWith("Gave up after 60 min: Sonoran CAD returned an error (503).", Reason(reply), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovalThatTheRateLimitHoldsBackAfterFailedTryGetsAnotherOne()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        _rig.Tick(90 * Minute);
        Assert.Empty(reply.Reports);

        _rig.Tick(1500 * Minute - 1);
        Assert.Equal("expired", reply.Code);
    }

    [Fact]
    public void RemovalThatFailsAgainAfterItsAgeExpires()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        _rig.Tick(90 * Minute);
        _rig.Apply(new Settings { Api = ApiMode.V1 });
        _rig.Tick(2);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.RespondToLast(0);

        Assert.StartsWith("Gave up after 60 min: Sonoran CAD could not be reached", Reason(reply), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovalInFlightExpiresWhenItsRequestEnds()
    {
        _rig.Apply(new Settings { Api = ApiMode.V1, MaxAgeMinutes = 1 });
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        _rig.Tick(59);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.Tick(2);
        Assert.Empty(reply.Reports);
        _rig.RespondToLast(0);

        Assert.Equal("expired", reply.Code);
        Assert.False(_rig.Dispatcher.NeedsTick);
    }

    private FakeReply EnqueueBehindAnother()
    {
        _rig.Tick(10 * Minute);
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(200);
        return _rig.Enqueue(2);
    }

    private static string Reason(FakeReply reply) => reply.Reports.Single().Failed.Single().Error.Message.InEnglish();
}
