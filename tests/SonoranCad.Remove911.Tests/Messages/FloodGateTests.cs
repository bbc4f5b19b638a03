using System;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Messages;

public sealed class FloodGateTests
{
    private const int Most = 3;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter _gate = new(Most, Window);

    [Fact]
    public void AFewPassAndTheRestIsCounted()
    {
        for (var i = 0; i < Most; i++)
        {
            Assert.True(_gate.TryAcquire("a", TimeSpan.Zero, out _));
        }

        Assert.False(_gate.TryAcquire("a", TimeSpan.Zero, out _));
        Assert.False(_gate.TryAcquire("a", TimeSpan.FromSeconds(9), out _));
        Assert.True(_gate.TryAcquire("a", Window, out var heldBack));
        Assert.Equal(2, heldBack);
    }

    [Fact]
    public void NoMorePassInAnyStretchOfTimeWhereverItBegins()
    {
        double[] seconds = [0, 9.8, 9.9, 10, 10.1, 10.2, 19.9];

        var passed = Array.FindAll(seconds, second => _gate.TryAcquire("a", TimeSpan.FromSeconds(second), out _));

        Assert.Equal([0, 9.8, 9.9, 10, 19.9], passed);
    }

    [Fact]
    public void OneSenderDoesNotSilenceAnother()
    {
        for (var i = 0; i < 100; i++)
        {
            _gate.TryAcquire("a", TimeSpan.Zero, out _);
        }

        Assert.True(_gate.TryAcquire("b", TimeSpan.Zero, out _));
    }
}
