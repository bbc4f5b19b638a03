using System;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class DeliveryStatusTests
{
    private readonly DeliveryRig _rig = new();

    private DeliveryStatus Status => _rig.Delivery.Status;

    [Fact]
    public void InitialStatusIsEmpty()
    {
        Assert.Equal("v1", Status.Api);
        Assert.False(Status.HasWorked);
        Assert.Null(Status.CircuitOpenFor);
        Assert.Null(Status.OldestAge);
        Assert.Null(Status.NextSendIn);
        Assert.Null(Status.LastError);
        Assert.Equal((0, 0, 0, 0, 0, 0), (Status.Waiting, Status.InFlight, Status.Accepted, Status.Cleared, Status.Failed, Status.Requests));
    }

    [Fact]
    public void RemovalsAreCountedFromQueuedToCompleted()
    {
        _rig.Enqueue(1, 2);
        _rig.Enqueue(2);
        Assert.Equal((2, 0, 2), (Status.Waiting, Status.InFlight, Status.Accepted));
        Assert.Equal(TimeSpan.Zero, Status.NextSendIn);

        _rig.Tick();
        Assert.Equal((0, 2, 1), (Status.Waiting, Status.InFlight, Status.Requests));
        Assert.Null(Status.NextSendIn);

        _rig.RespondToLast(200);
        Assert.Equal((2, 2, 0), (Status.Accepted, Status.Cleared, Status.Failed));
        Assert.True(Status.HasWorked);
        Assert.Null(Status.OldestAge);
    }

    [Fact]
    public void WaitingRemovalHasAgeAndNextSendTime()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(200);
        _rig.Enqueue(2);
        _rig.Tick(0.5);

        Assert.InRange(Status.NextSendIn!.Value.TotalSeconds, 0.4, 0.6);
        Assert.Equal(0.5, Status.OldestAge!.Value.TotalSeconds, 3);
    }

    [Fact]
    public void LastErrorCoversAttemptsAndFinalFailures()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(503);
        Assert.Equal("cad_error", Status.LastError!.Code);
        Assert.Equal(0, Status.Failed);

        _rig.Tick(3);
        _rig.RespondToLast(400, "CALL IS LOCKED");
        _rig.Tick(60);

        Assert.Equal("cad_rejected", Status.LastError!.Code);
        Assert.Equal(60, Status.LastErrorAgo.TotalSeconds, 3);
        Assert.Equal(_rig.Clock.UtcNow - TimeSpan.FromSeconds(60), Status.LastErrorUtc);
        Assert.Equal((1, 0, 1), (Status.Accepted, Status.Cleared, Status.Failed));
    }

    [Fact]
    public void OpenCircuitHasAgeAndNextSendTime()
    {
        _rig.Enqueue(1);
        for (var i = 0; i < 5; i++)
        {
            _rig.Tick(61);
            _rig.RespondToLast(503);
        }

        _rig.Tick(10);

        Assert.Equal(10, Status.CircuitOpenFor!.Value.TotalSeconds, 3);
        Assert.InRange(Status.NextSendIn!.Value.TotalSeconds, 10, 60);
    }

    [Fact]
    public void RemovalsFromBeforeRestartAreNotCountedAsAccepted()
    {
        _rig.Enqueue(1, 2);
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        _rig.Restart();
        _rig.Enqueue(3);

        Assert.Equal((3, 1), (Status.Waiting, Status.Accepted));
        Assert.Equal(5, Status.OldestAge!.Value.TotalMinutes, 3);

        _rig.Tick();
        _rig.RespondToLast(200);
        Assert.Equal((1, 3), (Status.Accepted, Status.Cleared));
    }
}
