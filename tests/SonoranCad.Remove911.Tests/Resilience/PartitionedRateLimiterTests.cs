using System;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resilience;

public sealed class PartitionedRateLimiterTests
{
    private const int Limit = 3;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter _limiter = new(Limit, Window);

    [Fact]
    public void RejectedAttemptsAreCountedUntilWindowEnds()
    {
        for (var i = 0; i < Limit; i++)
        {
            Assert.True(_limiter.TryAcquire("a", TimeSpan.Zero, out _));
        }

        Assert.False(_limiter.TryAcquire("a", TimeSpan.Zero, out _));
        Assert.False(_limiter.TryAcquire("a", TimeSpan.FromSeconds(9), out _));
        Assert.True(_limiter.TryAcquire("a", Window, out var rejected));
        Assert.Equal(2, rejected);
    }

    [Fact]
    public void LimitHoldsForEverySlidingWindow()
    {
        double[] seconds = [0, 9.8, 9.9, 10, 10.1, 10.2, 19.9];

        var passed = Array.FindAll(seconds, second => _limiter.TryAcquire("a", TimeSpan.FromSeconds(second), out _));

        Assert.Equal([0, 9.8, 9.9, 10, 19.9], passed);
    }

    [Fact]
    public void PartitionsAreLimitedIndependently()
    {
        for (var i = 0; i < 100; i++)
        {
            _limiter.TryAcquire("a", TimeSpan.Zero, out _);
        }

        Assert.True(_limiter.TryAcquire("b", TimeSpan.Zero, out _));
    }

    [Fact]
    public void LoweredLimitHoldsAtOnce()
    {
        Assert.True(_limiter.TryAcquire("a", TimeSpan.Zero, out _));

        _limiter.PermitLimit = 1;

        Assert.False(_limiter.TryAcquire("a", TimeSpan.Zero, out _));
    }

    [Theory]
    [InlineData(254, 10, 1)]
    [InlineData(255, 9.999, null)]
    [InlineData(255, 10, 0)]
    public void IdleKeysAreForgottenOnceThereAreMany(int others, double second, int? suppressed)
    {
        for (var i = 0; i <= Limit; i++)
        {
            _limiter.TryAcquire("idle", TimeSpan.Zero, out _);
        }

        for (var i = 0; i < others; i++)
        {
            Assert.True(_limiter.TryAcquire($"other {i}", TimeSpan.FromSeconds(5), out _));
        }

        _limiter.TryAcquire("new", TimeSpan.FromSeconds(second), out _);

        Assert.Equal(suppressed, _limiter.TryAcquire("idle", TimeSpan.FromSeconds(second), out var count) ? count : null);
    }

    [Fact]
    public void FloodOfKeysFreesNoKeyFromItsLimit()
    {
        foreach (var second in new[] { 0, 5, 9 })
        {
            Assert.True(_limiter.TryAcquire("busy", TimeSpan.FromSeconds(second), out _));
        }

        Assert.False(_limiter.TryAcquire("busy", TimeSpan.FromSeconds(9), out _));
        var now = TimeSpan.FromSeconds(12);
        for (var i = 0; i < 300; i++)
        {
            _limiter.TryAcquire($"other {i}", now, out _);
        }

        Assert.True(_limiter.TryAcquire("busy", now, out var suppressed));
        Assert.Equal(1, suppressed);
        Assert.False(_limiter.TryAcquire("busy", now, out _));
    }
}
