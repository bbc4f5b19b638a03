using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Settings that change while removals are pending.</summary>
public sealed class DeliveryReconfigurationTests
{
    [Fact]
    public void ChangedMaxAgeAppliesToNewRemovalsOnly()
    {
        var rig = new DeliveryRig();
        rig.Jitter = () => 0;
        var old = rig.Enqueue(1);
        Reconfigure(rig, new Settings { MaxAgeMinutes = 2 });
        var young = rig.Enqueue(2);

        FailFor(rig, TimeSpan.FromMinutes(3));
        Assert.Equal("expired", young.Code);
        Assert.Contains("Gave up after 2 min", young.Reports[0].Failed[0].Error.Message.InEnglish());
        Assert.Empty(old.Reports);

        FailFor(rig, TimeSpan.FromMinutes(58));
        Assert.Contains("Gave up after 60 min", old.Reports[0].Failed[0].Error.Message.InEnglish());
    }

    [Fact]
    public void LongerIntervalCountsFromPreviousRequest()
    {
        var rig = new DeliveryRig();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);
        rig.Tick(5);

        Reconfigure(rig, new Settings { V1IntervalSeconds = 30 });
        rig.Enqueue(2);
        rig.Tick();
        Assert.Single(rig.Sent);

        rig.Tick(26);
        Assert.Equal(2, rig.Sent.Count);
    }

    [Fact]
    public void ShorterIntervalSendsNextRequestImmediately()
    {
        var rig = new DeliveryRig(new Settings { V1IntervalSeconds = 60 });
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);
        var reply = rig.Enqueue(2);
        rig.Tick();
        Assert.Single(rig.Sent);

        Reconfigure(rig, new Settings { V1IntervalSeconds = 0.01 });
        rig.Tick();
        rig.RespondToLast(200);

        Assert.Equal([2], reply.Cleared);
    }

    [Fact]
    public void LoweredCapacityRefusesNewRemovalsAndKeepsPendingOnes()
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue([.. Enumerable.Range(1, 50)]);

        Reconfigure(rig, new Settings { MaxWaiting = 50 });
        Assert.Equal("busy", rig.TrySubmit(Requester.Console, 51)!.Code);
        rig.Tick();
        rig.RespondToLast(200);

        Assert.Equal(50, reply.Cleared.Count);
        Assert.Null(rig.TrySubmit(Requester.Console, 51));
    }

    [Fact]
    public void ChangedBatchSizeAppliesToNextRequest()
    {
        var rig = new DeliveryRig();
        rig.Enqueue(1, 2, 3);

        Reconfigure(rig, rig.Settings, maxBatch: 2);
        rig.Tick();

        Assert.Equal([1, 2], rig.Calls(0));
    }

    [Fact]
    public void ChangedApiAppliesImmediatelyAndOldResponseStillCounts()
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1);
        rig.Tick();
        var other = rig.Enqueue(2);

        Reconfigure(rig, rig.Settings, ApiMode.V2);
        rig.RespondToLast(200);
        rig.Tick();

        Assert.Equal([1], reply.Cleared);
        Assert.EndsWith("/calls/911/2", rig.Sent[1].Request.Url);
        rig.RespondToLast(200, "{\"callId\":2}");
        Assert.Equal([2], other.Cleared);
        Assert.DoesNotContain(rig.Console, line => line.Contains("does not work"));
    }

    [Fact]
    public void WorkingEndpointIsKeptIfStillAllowed()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.MarkAlone();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200, "{\"callId\":1}");

        Reconfigure(rig, rig.Settings, ApiMode.Auto);
        rig.Enqueue(2);
        rig.Tick();

        Assert.EndsWith("/calls/911/2", rig.Sent[1].Request.Url);
    }

    [Fact]
    public void SuccessUnderPreviousApiDoesNotDelayEndpointNotFound()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200, "{\"callId\":1}");

        Reconfigure(rig, rig.Settings, ApiMode.V1);
        var reply = rig.Enqueue(2);
        rig.Tick();
        rig.RespondToLast(404);
        rig.Tick(1.1);
        rig.RespondToLast(404);

        Assert.Equal("endpoint_not_found", reply.Code);
    }

    [Fact]
    public void ReconfigureRetriesImmediatelyAndCircuitStaysOpenUntilSuccess()
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1);
        for (var i = 0; i < 5; i++)
        {
            rig.Tick(61);
            rig.RespondToLast(503);
        }

        rig.Tick(1.1);
        Assert.Equal(5, rig.Sent.Count);
        Reconfigure(rig, rig.Settings);
        rig.Tick();
        Assert.Equal(6, rig.Sent.Count);
        Assert.NotNull(rig.Delivery.StatusReader.Read().CircuitOpenFor);

        rig.RespondToLast(200);
        Assert.Equal([1], reply.Cleared);
        Assert.Null(rig.Delivery.StatusReader.Read().CircuitOpenFor);
    }

    [Fact]
    public void RateLimitChangeAroundRestartDoesNotResetWindow()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.MarkAlone();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200, "{}");
        rig.Enqueue([.. Enumerable.Range(2, 8)]);
        rig.Tick();
        for (var i = 1; i < 9; i++)
        {
            rig.Respond(i, 200, "{}");
        }

        rig.Tick();
        Reconfigure(rig, new Settings { V2RequestsPerMinute = 2 });
        rig.Restart();
        Reconfigure(rig, new Settings { V2RequestsPerMinute = 10 });
        rig.Enqueue([.. Enumerable.Range(20, 10)]);
        for (var i = 0; i < 100; i++)
        {
            rig.Tick(0.1);
            if (rig.Sent.Count > 0)
            {
                rig.RespondToLast(200, "{}");
            }
        }

        Assert.Single(rig.Sent);
    }

    private static void Reconfigure(DeliveryRig rig, Settings settings, ApiMode? api = null, int maxBatch = 50)
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
                rig.RespondToLast(503);
            }
        }
    }
}
