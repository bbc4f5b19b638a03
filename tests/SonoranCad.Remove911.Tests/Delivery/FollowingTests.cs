using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>The delivery under settings that change while removals are pending.</summary>
public sealed class FollowingTests
{
    [Fact]
    public void ANewMaxAgeIsForNewRemovalsAndEachExpiresInItsTime()
    {
        var rig = new DeliveryRig();
        rig.Jitter = () => 0;
        var old = rig.Accept(1);
        Follow(rig, new Settings { MaxAgeMinutes = 2 });
        var young = rig.Accept(2);

        FailFor(rig, TimeSpan.FromMinutes(3));
        Assert.Equal("expired", young.Code);
        Assert.Contains("tried for 2 min", young.Reports[0].Failed[0].Error.Message.InEnglish());
        Assert.Empty(old.Reports);

        FailFor(rig, TimeSpan.FromMinutes(58));
        Assert.Contains("tried for 60 min", old.Reports[0].Failed[0].Error.Message.InEnglish());
    }

    [Fact]
    public void ALongerIntervalHoldsFromTheRequestBefore()
    {
        var rig = new DeliveryRig();
        rig.Accept(1);
        rig.Tick();
        rig.AnswerLast(200);
        rig.Tick(5);

        Follow(rig, new Settings { V1IntervalSeconds = 30 });
        rig.Accept(2);
        rig.Tick();
        Assert.Single(rig.Sent);

        rig.Tick(26);
        Assert.Equal(2, rig.Sent.Count);
    }

    [Fact]
    public void AShorterIntervalLetsTheNextOutAtOnce()
    {
        var rig = new DeliveryRig(new Settings { V1IntervalSeconds = 60 });
        rig.Accept(1);
        rig.Tick();
        rig.AnswerLast(200);
        var reply = rig.Accept(2);
        rig.Tick();
        Assert.Single(rig.Sent);

        Follow(rig, new Settings { V1IntervalSeconds = 0.01 });
        rig.Tick();
        rig.AnswerLast(200);

        Assert.Equal([2], reply.Cleared);
    }

    [Fact]
    public void FewerThatMayWaitRefuseTheNextAndLoseNone()
    {
        var rig = new DeliveryRig();
        var reply = rig.Accept([.. Enumerable.Range(1, 50)]);

        Follow(rig, new Settings { MaxWaiting = 50 });
        Assert.Equal("busy", rig.TrySubmit(Requester.Console, 51)!.Code);
        rig.Tick();
        rig.AnswerLast(200);

        Assert.Equal(50, reply.Cleared.Count);
        Assert.Null(rig.TrySubmit(Requester.Console, 51));
    }

    [Fact]
    public void AnotherBatchSizeHoldsForTheNextRequest()
    {
        var rig = new DeliveryRig();
        rig.Accept(1, 2, 3);

        Follow(rig, rig.Settings, maxBatch: 2);
        rig.Tick();

        Assert.Equal([1, 2], rig.Calls(0));
    }

    [Fact]
    public void AnotherGenerationIsUsedAtOnceAndAnAnswerOfTheOldOneStillCounts()
    {
        var rig = new DeliveryRig();
        var reply = rig.Accept(1);
        rig.Tick();
        var other = rig.Accept(2);

        Follow(rig, rig.Settings, ApiMode.V2);
        rig.AnswerLast(200);
        rig.Tick();

        Assert.Equal([1], reply.Cleared);
        Assert.EndsWith("/calls/911/2", rig.Sent[1].Request.Url);
        rig.AnswerLast(200, "{\"callId\":2}");
        Assert.Equal([2], other.Cleared);
        Assert.DoesNotContain(rig.Console, line => line.Contains("does not serve"));
    }

    [Fact]
    public void TheEndpointThatWorksStaysWhereItIsStillAllowed()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.Accept(1);
        rig.Tick();
        rig.AnswerLast(200, "{\"callId\":1}");

        Follow(rig, rig.Settings, ApiMode.Auto);
        rig.Accept(2);
        rig.Tick();

        Assert.EndsWith("/calls/911/2", rig.Sent[1].Request.Url);
    }

    [Fact]
    public void WhatWorkedUnderAnotherSettingKeepsNoRemovalWaiting()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.Accept(1);
        rig.Tick();
        rig.AnswerLast(200, "{\"callId\":1}");

        Follow(rig, rig.Settings, ApiMode.V1);
        var reply = rig.Accept(2);
        rig.Tick();
        rig.AnswerLast(404);
        rig.Tick(1.1);
        rig.AnswerLast(404);

        Assert.Equal("endpoint_not_found", reply.Code);
    }

    [Fact]
    public void TheNextTryIsDueAtOnceAndTheCircuitStaysOpenUntilItWorks()
    {
        var rig = new DeliveryRig();
        var reply = rig.Accept(1);
        for (var i = 0; i < 5; i++)
        {
            rig.Tick(61);
            rig.AnswerLast(503);
        }

        rig.Tick(1.1);
        Assert.Equal(5, rig.Sent.Count);
        Follow(rig, rig.Settings);
        rig.Tick();
        Assert.Equal(6, rig.Sent.Count);
        Assert.NotNull(rig.Delivery.StatusReader.Read().CircuitOpenFor);

        rig.AnswerLast(200);
        Assert.Equal([1], reply.Cleared);
        Assert.Null(rig.Delivery.StatusReader.Read().CircuitOpenFor);
    }

    [Fact]
    public void ALimitThatIsLoweredAndRaisedAgainAroundARestartSpendsNoMinuteTwice()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.Accept(1);
        rig.Tick();
        rig.AnswerLast(200, "{}");
        rig.Accept([.. Enumerable.Range(2, 8)]);
        rig.Tick();
        for (var i = 1; i < 9; i++)
        {
            rig.Answer(i, 200, "{}");
        }

        rig.Tick();
        Follow(rig, new Settings { V2RequestsPerMinute = 2 });
        rig.Restart();
        Follow(rig, new Settings { V2RequestsPerMinute = 10 });
        rig.Accept([.. Enumerable.Range(20, 10)]);
        for (var i = 0; i < 100; i++)
        {
            rig.Tick(0.1);
            if (rig.Sent.Count > 0)
            {
                rig.AnswerLast(200, "{}");
            }
        }

        Assert.Single(rig.Sent);
    }

    private static void Follow(DeliveryRig rig, Settings settings, ApiMode? api = null, int maxBatch = 50)
    {
        settings.Api = api ?? rig.Settings.Api;
        settings.MaxBatch = maxBatch;
        rig.Apply(settings);
    }

    private static void FailFor(DeliveryRig rig, TimeSpan time)
    {
        for (var end = rig.Clock.Elapsed + time; rig.Clock.Elapsed < end;)
        {
            var sent = rig.Sent.Count;
            rig.Tick(1.1);
            if (rig.Sent.Count > sent)
            {
                rig.AnswerLast(503);
            }
        }
    }
}
