using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>When the next request goes out, and what those who wait are told.</summary>
public sealed class SendPolicyTests
{
    private const double V1Interval = 1.02;
    private const double V2Window = 61.2;

    private DeliveryRig _rig = new(ApiMode.V1);

    private SendPolicy Policy => _rig.Delivery.Policy;

    [Fact]
    public void WaitIsEstimatedFromTheBatchesAhead()
    {
        Assert.Equal(1, Estimate(1));
        Assert.Equal(1 + V1Interval, Estimate(51), 3);
        Clear(1);
        _rig.Enqueue(2);

        Assert.Equal(V1Interval, Estimate(1), 3);
        Assert.Equal(V1Interval, Estimate(50), 3);
        Assert.Equal(2 * V1Interval, Estimate(51), 3);
        Assert.Equal(2 * V1Interval, Estimate(100), 3);
        Assert.Equal(3 * V1Interval, Estimate(101), 3);
    }

    [Fact]
    public void WaitIsEstimatedFromTheShareOfTheLimit()
    {
        _rig = new DeliveryRig(ApiMode.V2);
        _rig.MarkAlone();
        Assert.Equal(V2Window / 10, Estimate(2) - Estimate(1), 3);

        Clear(1);
        _rig.Enqueue(2);
        _rig.Tick();
        _rig.RespondToLast(429, """{"title":"Too Many Requests","status":429}""");
        Assert.Equal(V2Window, Estimate(2) - Estimate(1), 3);
    }

    [Fact]
    public void NothingGoesOutWhileAnUnprovenEndpointOrAnOpenCircuitHasARequestInFlight()
    {
        _rig = new DeliveryRig(new Settings { Api = ApiMode.V2, V2RequestsPerMinute = 100 });
        _rig.MarkAlone();
        _rig.Enqueue(1, 2, 3);
        _rig.Tick();
        Assert.Single(_rig.Sent);
        Assert.Equal(TimeSpan.MaxValue, Policy.NextSendAt(_rig.Clock.Elapsed));
        _rig.RespondToLast(200);
        Assert.Equal(3, _rig.Sent.Count);
        _rig.RespondToAll(200);

        _rig.Enqueue(4, 5);
        for (var i = 0; i < 5; i++)
        {
            _rig.Tick(61);
            _rig.RespondToAll(429);
        }

        Assert.NotNull(_rig.Delivery.Status.CircuitOpenFor);
        var sent = _rig.Sent.Count;
        _rig.Tick(61);
        Assert.Equal(sent + 1, _rig.Sent.Count);
        _rig.RespondToLast(200);
        Assert.Equal(sent + 2, _rig.Sent.Count);
    }

    [Fact]
    public void NothingGoesOutUntilTheVerificationEnds()
    {
        _rig = new DeliveryRig();
        _rig.ReadAccount();
        _rig.Enqueue(1);
        Assert.Equal(0, NextSendIn());
        _rig.Delivery.Endpoints.RequestVerification();
        Assert.Equal(TimeSpan.MaxValue, Policy.NextSendAt(_rig.Clock.Elapsed));

        _rig.Delivery.Endpoints.EndVerification(_rig.Accounts.Account);
        Assert.Equal(0, NextSendIn());
    }

    [Fact]
    public void MissingAccountIsLookedForEveryFiveSeconds()
    {
        _rig.Enqueue(1);
        _rig.Config = "{}";
        _rig.Restart();
        Assert.False(Policy.IsSending);
        _rig.Tick(2);
        var reads = _rig.ConfigReads;
        _rig.Tick(4.9);
        Assert.Equal(reads, _rig.ConfigReads);
        Assert.Equal(0.1, (Policy.NextSendAt(_rig.Clock.Elapsed) - _rig.Clock.Elapsed).TotalSeconds, 3);
        _rig.Tick(0.1);
        Assert.Equal(reads + 1, _rig.ConfigReads);

        _rig.Config = """{ "communityId": "c", "apiKey": "key-1", "serverId": 1 }""";
        _rig.Tick(5);
        Assert.Equal([1], _rig.Calls(0));
        Assert.True(Policy.IsSending);
    }

    [Fact]
    public void RetryWaitsForTheBackoffOrTheLimitWhicheverIsLater()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        Assert.Equal(2, NextSendIn(), 3);

        _rig = new DeliveryRig(new Settings { Api = ApiMode.V1, V1IntervalSeconds = 5 });
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(0);
        Assert.Equal(5.1, NextSendIn(), 3);
    }

    [Fact]
    public void CallThatFailedAloneHasADelayOfItsOwn()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(500);
        Assert.Equal(2, NextSendIn(), 3);
        _rig.Enqueue(2);
        Assert.Equal(V1Interval, NextSendIn(), 3);
    }

    // The interval with its safety margin is 1.5 s to the tick.
    [Theory]
    [InlineData(1.4705883, true)]
    [InlineData(1.4705873, false)]
    public void WaitOfOneAndAHalfSecondsOrMoreIsAnnouncedOnce(double interval, bool isAnnounced)
    {
        _rig = new DeliveryRig(new Settings { Api = ApiMode.V1, V1IntervalSeconds = interval });
        _rig.Enqueue(1);
        _rig.Tick();
        var reply = _rig.Enqueue(2);
        _rig.RespondToLast(200);
        _rig.Tick(0.1);
        _rig.Tick(0.1);

        Assert.Equal(isAnnounced ? ["Call 2 is waiting: number 1 in line, about 2 s. You will get the result here."] : [], reply.Lines);
    }

    [Fact]
    public void AnnouncementNamesThePlaceOfTheFirstCallThatWaits()
    {
        _rig = new DeliveryRig(new Settings { Api = ApiMode.V1, V1IntervalSeconds = 10, MaxBatch = 2 });
        _rig.Enqueue(1, 2);
        _rig.Tick();
        var first = _rig.Enqueue(3, 4, 5);
        var second = _rig.Enqueue(2, 5, 6);
        _rig.RespondToLast(200);

        Assert.Equal("Calls 3, 4, 5 are waiting: number 1 in line, about 11 s. You will get the result here.", Assert.Single(first.Lines));
        Assert.Equal("Calls 2, 5, 6 are waiting: number 3 in line, about 21 s. You will get the result here.", Assert.Single(second.Lines));
    }

    [Fact]
    public void NobodyIsToldToWaitWhileTheCallsAreInFlightOrDone()
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.Tick(5);
        Assert.Empty(reply.Lines);
        _rig.RespondToLast(200);
        _rig.Tick(5);
        Assert.Empty(reply.Lines);
    }

    [Fact]
    public void RequesterOfAFailedTryHearsTheReasonOnce()
    {
        var reply = _rig.Enqueue(1, 2);
        _rig.Tick();
        _rig.RespondToLast(503);
        _rig.Tick(3);
        _rig.RespondToLast(503);

        Assert.Equal("Still trying to clear calls 1, 2. Sonoran CAD returned an error (503).", Assert.Single(reply.Lines));
    }

    [Fact]
    public void NoticesAreDoneIfNobodyWaits() =>
        Assert.True(new DelayNotices(_rig.Delivery.Outbox, Policy, _rig.Delivery.Publisher, new TickBudget(_rig.Clock)).NotifyDelayed(TimeSpan.Zero));

    private void Clear(int callId)
    {
        _rig.Enqueue(callId);
        _rig.Tick();
        _rig.RespondToLast(200);
    }

    private double NextSendIn() => (Policy.NextSendAt(_rig.Clock.Elapsed) - _rig.Clock.Elapsed).TotalSeconds;

    private double Estimate(int position) => Policy.EstimateWait(position, _rig.Clock.Elapsed).TotalSeconds;
}
