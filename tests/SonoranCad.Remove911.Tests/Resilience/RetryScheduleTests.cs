using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resilience;

public sealed class RetryScheduleTests
{
    private readonly RetrySchedule _schedule = new(() => 1);

    [Fact]
    public void DelayDoublesFromTwoSecondsToAMinuteUntilSuccess()
    {
        var delays = new List<double>();
        var now = At(100);
        for (var i = 0; i < 8; i++)
        {
            delays.Add(DelayAfterFailure(now));
            now = _schedule.NextRetryAt;
        }

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], delays);
        _schedule.RecordSuccess(now);
        Assert.Equal(now, _schedule.NextRetryAt);
        Assert.Equal(2, DelayAfterFailure(now));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(4, 8)]
    [InlineData(5, 15)]
    [InlineData(1000, 15)]
    public void DelayIsARandomPartOfItsUpperBound(int failures, double seconds) =>
        Assert.Equal(At(seconds), new RetrySchedule(() => 0.25).DelayAfter(failures));

    [Fact]
    public void FailuresOfRequestsInFlightTogetherDelayOnce()
    {
        _schedule.RecordFailure(At(10), sentAt: At(8));

        _schedule.RecordFailure(At(11), sentAt: At(9.999));
        Assert.Equal(At(12), _schedule.NextRetryAt);

        _schedule.RecordFailure(At(13), sentAt: At(10));
        Assert.Equal(At(17), _schedule.NextRetryAt);
    }

    [Fact]
    public void RetryNowEndsADelayAndNeverStartsOne()
    {
        _schedule.RecordFailure(At(10), sentAt: At(9));

        _schedule.RetryNow(At(11));
        Assert.Equal(At(11), _schedule.NextRetryAt);

        _schedule.RetryNow(At(20));
        Assert.Equal(At(11), _schedule.NextRetryAt);
    }

    private double DelayAfterFailure(TimeSpan now)
    {
        _schedule.RecordFailure(now, now);
        return (_schedule.NextRetryAt - now).TotalSeconds;
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
