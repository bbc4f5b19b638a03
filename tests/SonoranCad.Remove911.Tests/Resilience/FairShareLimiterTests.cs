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
    public void FirstRequestGoesOutAtOnce() => Assert.Equal(TimeSpan.Zero, new FairShareLimiter(10, () => 0.5).NextPermitAt(TimeSpan.Zero, 10));

    // If another server sends as much, the limit is used up by then.
    [Fact]
    public void SecondHalfOfAFirstMinuteGoesOutWithoutPauses()
    {
        SendAtOnce(5);
        Assert.InRange((_limiter.NextPermitAt(_now, 5) - _now).TotalSeconds, 0.5, 0.52);

        SendAtOnce(1);
        Assert.Equal(_now, _limiter.NextPermitAt(_now, 4));
        _limiter.Acquire(_now);
        Assert.Equal(TimeSpan.MaxValue, _limiter.NextPermitAt(_now, 3));
    }

    // Six got through a minute ago and no longer count, so the one that has followed is the first of a new minute.
    [Fact]
    public void ExpiredRequestsDoNotShortenThePause()
    {
        SendAtOnce(6);
        _now += TimeSpan.FromSeconds(61.1);
        SendAtOnce(1);
        var sentAt = _now;
        _now += TimeSpan.FromSeconds(0.2);

        Assert.InRange((_limiter.NextPermitAt(_now, 5) - sentAt).TotalSeconds, 0.5, 0.52);
    }

    [Fact]
    public void RequestsThatExpireWhileOneIsInFlightDoNotCountForTheShare()
    {
        SendAtOnce(3);
        _now += TimeSpan.FromSeconds(61.1);
        _limiter.Acquire(_now);
        _now += TimeSpan.FromSeconds(0.2);
        _limiter.Release(_now, PermitOutcome.Refused);

        Assert.Equal(10, _limiter.Share);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void RequestsWaitForEachOtherUnlessTheLimitIsHigherThanTheCadsUsualOnes(int limit, bool isParallel)
    {
        _limiter.Reconfigure(limit);
        _limiter.Acquire(_now);

        Assert.Equal(isParallel ? _now : TimeSpan.MaxValue, _limiter.NextPermitAt(_now, 5));
    }

    [Fact]
    public void PermitsOfAShareAreSpreadOverTheMinute()
    {
        Assert.Equal(6.12, _limiter.Interval.TotalSeconds);

        _limiter.Restore(2, _now);
        Assert.Equal(30.6, _limiter.Interval.TotalSeconds);
    }

    [Fact]
    public void FullShareInFlightWaitsForAResponse()
    {
        _limiter.Reconfigure(100);
        _limiter.Restore(2, _now);
        _limiter.Acquire(_now);
        _limiter.Acquire(_now);

        Assert.Equal(TimeSpan.MaxValue, _limiter.NextPermitAt(_now, 5));
    }

    [Fact]
    public void NothingGoesOutBesideAProbe()
    {
        _limiter.Reconfigure(100);
        _limiter.Restore(1, _now);
        Send(1);
        WaitFor(11);
        Send(1);
        WaitFor(11);
        _limiter.Acquire(_now);

        Assert.Equal(TimeSpan.MaxValue, _limiter.NextPermitAt(_now + TimeSpan.FromMinutes(2), 11));
    }

    [Fact]
    public void ServerThatGotTheWholeLimitIsNoLongerHeldBack()
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
    public void RefusalBeyondItsOwnLimitSaysNothingAboutOthers()
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
        Assert.Equal(5, _limiter.ShareAtRefusal);
    }

    // The others may have stopped for the night.
    [Theory]
    [InlineData(23.99, false)]
    [InlineData(24, true)]
    public void ServerThatMetOthersIsAloneADayAfterTheLastRefusal(double hours, bool isAlone)
    {
        _now += TimeSpan.FromDays(1);
        _limiter.Restore(3, _now - TimeSpan.FromHours(hours));
        SendAtOnce(10);

        Assert.Equal(isAlone, _limiter.IsAlone);
        Assert.Equal(isAlone, _limiter.RefusedAt is null);
    }

    [Fact]
    public void OneRequestLessThanTheLimitDoesNotProveThatTheServerIsAlone()
    {
        SendAtOnce(9);

        Assert.False(_limiter.IsAlone);
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
    public void PermitGainedByAProbeIsLostAfterAPause()
    {
        ShareGrowsByAProbeWhenOthersShouldBeDone();
        var lastSentAt = _now - Step;

        Assert.Equal(3, _limiter.FindReduced(lastSentAt + TimeSpan.FromSeconds(90)));
        Assert.Equal(2, _limiter.FindReduced(lastSentAt + TimeSpan.FromSeconds(90.001)));
    }

    [Fact]
    public void PermitGainedByAProbeIsLostAfterAPauseEvenIfItWasUsedAgain()
    {
        ShareGrowsByAProbeWhenOthersShouldBeDone();
        _now += TimeSpan.FromSeconds(62);
        Send(3);

        Assert.Equal(2, _limiter.FindReduced(_now + TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void ServerWaitsForTheOthersAgainAfterAPause()
    {
        ShareGrowsByAProbeWhenOthersShouldBeDone();
        _now += TimeSpan.FromSeconds(92);
        Send(2);

        Assert.True(_limiter.NextPermitAt(_now, 2) > _now + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void SuccessfulProbeIsFollowedByAnotherAtOnce()
    {
        ShareGrowsByAProbeWhenOthersShouldBeDone();

        Assert.Equal(_now, _limiter.NextPermitAt(_now, 2));
    }

    [Fact]
    public void NoProbeFollowsARefusedOneAtOnce()
    {
        ShareGrowsByAProbeWhenOthersShouldBeDone();
        Send(PermitOutcome.Refused);

        Assert.True(_limiter.NextPermitAt(_now, 2) > _now + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void ServerThatGotSomethingThroughInBetweenTriesAgainAtOnce()
    {
        Send(PermitOutcome.Refused);
        Send(1);
        _now += TimeSpan.FromMinutes(2);
        Send(PermitOutcome.Refused);

        Assert.Equal(_now, _limiter.NextPermitAt(_now, 5));
    }

    [Fact]
    public void ServerThatGotNothingThroughTwiceWaitsForPartOfTheMinute()
    {
        Send(PermitOutcome.Refused);

        Assert.Equal(_now, _limiter.NextPermitAt(_now, 5));
        Assert.Null(_limiter.FindReduced(_now));

        Send(PermitOutcome.Refused);

        Assert.Equal(30.6, (_limiter.NextPermitAt(_now, 5) - (_now - Step)).TotalSeconds);
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
        var forgottenAt = _now - Step + TimeSpan.FromMinutes(20);

        Assert.Equal(2, _limiter.FindReduced(forgottenAt - TimeSpan.FromMilliseconds(1)));
        Assert.Null(_limiter.FindReduced(forgottenAt));
    }

    [Fact]
    public void RestoredShareHoldsFromTheFirstRequest()
    {
        _limiter.Restore(2, _now - TimeSpan.FromMinutes(1));
        Send(2);

        Assert.InRange((_limiter.NextPermitAt(_now, 8) - _now).TotalSeconds, 60, 61.2);
    }

    [Theory]
    [InlineData(8, 5, 5)]
    [InlineData(4, 5, 4)]
    [InlineData(4, 20, 4)]
    [InlineData(10, 20, 20)]
    [InlineData(10, 5, 5)]
    public void LimitOfTheSettingsBoundsTheShare(int share, int limit, int then)
    {
        _limiter.Restore(share, _now);
        _limiter.Reconfigure(limit);

        Assert.Equal(limit, _limiter.PermitLimit);
        Assert.Equal(then, _limiter.Share);
        Assert.Equal(then, _limiter.ShareAtRefusal);
    }

    private void WaitFor(int waiting) => _now = _limiter.NextPermitAt(_now, waiting);

    private void SendAtOnce(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _limiter.Acquire(_now);
            _limiter.Release(_now, PermitOutcome.Used);
        }
    }

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
