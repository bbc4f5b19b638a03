using System;
using System.Linq;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resilience;

public sealed class FairShareLimiterTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.6);

    private readonly FairShareLimiter _limiter = new(10, () => 0.5);
    private TimeSpan _now = TimeSpan.FromMinutes(5);

    [Fact]
    public void FirstMinuteGoesOutOneByOne()
    {
        _limiter.Acquire(_now);
        Assert.Equal(TimeSpan.MaxValue, _limiter.NextPermitAt(_now, 9));

        _limiter.Release(_now, PermitOutcome.Used);

        Assert.InRange((_limiter.NextPermitAt(_now, 9) - _now).TotalSeconds, 0.5, 0.52);
    }

    [Fact]
    public void ServerThatGotTheWholeLimitIsHeldBackNoMore()
    {
        Send(10);

        Assert.True(_limiter.IsAlone);
        _limiter.Acquire(_now);
        Assert.Equal(_now, _limiter.NextPermitAt(_now, 100));
    }

    [Fact]
    public void RefusalWithinTheLimitMakesWhatGotThroughTheShare()
    {
        Send(3);
        var first = _now - TimeSpan.FromSeconds(2);
        Send(PermitOutcome.Refused);

        Assert.Equal(3, _limiter.Share);
        Assert.InRange((_limiter.NextPermitAt(_now, 7) - first).TotalSeconds, 61.2, 62.2);
    }

    [Fact]
    public void RefusalBeyondTheOwnLimitSaysNothingAboutOthers()
    {
        Send(10);
        Send(PermitOutcome.Refused);

        Assert.True(_limiter.IsAlone);
        Assert.Equal(10, _limiter.Share);
    }

    [Fact]
    public void ResponseThatIsNotTheCadsOwnChangesNoShare()
    {
        Send(2);
        Send(PermitOutcome.Unknown);

        Assert.Equal(10, _limiter.Share);
    }

    [Fact]
    public void RequestsInFlightBesideTheRefusedOneCountForTheShare()
    {
        Send(10);
        _now += TimeSpan.FromMinutes(2);
        foreach (var _ in Enumerable.Range(0, 6))
        {
            _limiter.Acquire(_now);
        }

        _limiter.Release(_now, PermitOutcome.Used);
        _limiter.Release(_now, PermitOutcome.Refused);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            _limiter.Release(_now, PermitOutcome.Used);
        }

        Assert.False(_limiter.IsAlone);
        Assert.Equal(5, _limiter.Share);
    }

    [Fact]
    public void ShareGrowsByAProbeWhenOthersShouldBeDone()
    {
        Send(2);
        Send(PermitOutcome.Refused);
        foreach (var waiting in Enumerable.Range(3, 6).Reverse())
        {
            WaitFor(waiting);
            Send(1);
            Assert.Equal(2, _limiter.Share);
        }

        // Eight of ten are through: by now, a server with three permits has sent ten.
        var lastSentAt = _now - Step;
        WaitFor(2);
        Assert.InRange((_now - lastSentAt).TotalSeconds, 7, 9);
        Send(1);

        Assert.Equal(3, _limiter.Share);
    }

    [Fact]
    public void RefusedProbeLeavesTheShareAsItWas()
    {
        ShareGrowsByAProbeWhenOthersShouldBeDone();
        Send(PermitOutcome.Refused);

        Assert.Equal(3, _limiter.Share);
    }

    [Fact]
    public void ServerThatGotNothingThroughTwiceWaitsForPartOfTheMinute()
    {
        Send(PermitOutcome.Refused);

        Assert.Equal(_now, _limiter.NextPermitAt(_now, 5));
        Assert.Null(_limiter.FindReduced(_now));

        Send(PermitOutcome.Refused);

        Assert.InRange((_limiter.NextPermitAt(_now, 5) - _now).TotalSeconds, 15, 46);
    }

    // A server that was refused after its first two requests sent two a minute, whatever the limit.
    [Fact]
    public void ShareIsAtLeastATwentiethOfTheLimit()
    {
        _limiter.Reconfigure(3000);
        Send(2);
        Send(PermitOutcome.Refused);

        Assert.Equal(150, _limiter.FindReduced(_now));
    }

    [Fact]
    public void ShareIsForgottenTwentyMinutesAfterTheLastRefusal()
    {
        Send(2);
        Send(PermitOutcome.Refused);

        Assert.Equal(2, _limiter.FindReduced(_now + TimeSpan.FromMinutes(19)));
        Assert.Null(_limiter.FindReduced(_now + TimeSpan.FromMinutes(21)));
    }

    [Fact]
    public void RestoredShareHoldsFromTheFirstRequest()
    {
        _limiter.Restore(2, _now - TimeSpan.FromMinutes(1));
        Send(2);

        Assert.InRange((_limiter.NextPermitAt(_now, 8) - _now).TotalSeconds, 60, 61.2);
    }

    [Fact]
    public void LimitOfTheSettingsBoundsTheShare()
    {
        _limiter.Restore(8, _now);
        _limiter.Reconfigure(5);
        Assert.Equal(5, _limiter.Share);

        _limiter.Reconfigure(20);
        Assert.Equal(20, _limiter.Share);
    }

    private void WaitFor(int waiting) => _now = _limiter.NextPermitAt(_now, waiting);

    private void Send(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Send(PermitOutcome.Used);
        }
    }

    private void Send(PermitOutcome outcome)
    {
        _limiter.Acquire(_now);
        _limiter.Release(_now, outcome);
        _now += Step;
    }
}
