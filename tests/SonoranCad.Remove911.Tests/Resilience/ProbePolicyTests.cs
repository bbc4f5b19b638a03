using System;
using System.Linq;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resilience;

public sealed class ProbePolicyTests
{
    private const int Limit = 10;

    private double _random = 0.5;
    private readonly ProbePolicy _policy;

    public ProbePolicyTests() => _policy = new ProbePolicy(() => _random);

    [Theory]
    [InlineData(0, 7)]
    [InlineData(0.5, 8)]
    [InlineData(1, 9)]
    public void ProbeFollowsTheLastRequestBySevenToNineSeconds(double random, double seconds)
    {
        _random = random;
        Accept(1);

        Assert.Equal(seconds, _policy.Delay.TotalSeconds);
    }

    // A server with three permits a minute has sent nine when this one has sent six with two, and has three left.
    [Theory]
    [InlineData(4, 2, 2, false)]
    [InlineData(5, 2, 2, true)]
    [InlineData(8, 1, 8, false)]
    [InlineData(9, 1, 8, true)]
    public void ProbeIsDueWhenServersWithOnePermitMoreShouldBeDone(int accepted, int share, int waiting, bool isDue)
    {
        Accept(accepted);

        Assert.Equal(isDue, _policy.IsDue(share, Limit, waiting));
    }

    [Theory]
    [InlineData(7, 4, 2, false)]
    [InlineData(8, 4, 2, true)]
    [InlineData(100, 3, 2, false)]
    public void LastFewRequestsProbeEarlyOnlyIfTheShareIsMoreThanAThird(int accepted, int share, int waiting, bool isDue)
    {
        Accept(accepted);

        Assert.Equal(isDue, _policy.IsDue(share, Limit, waiting));
        Assert.False(_policy.IsDue(share, 3 * share, waiting));
    }

    [Theory]
    [InlineData(3, 22, true)]
    [InlineData(4, 22, false)]
    [InlineData(4, 4, true)]
    [InlineData(4, 5, false)]
    public void SuccessfulProbeIsFollowedByOthersUpToTwiceTheShare(int share, int waiting, bool isDue)
    {
        Probe(share: 2);

        Assert.Equal(TimeSpan.Zero, _policy.Delay);
        Assert.Equal(isDue, _policy.IsDue(share, Limit, waiting));
    }

    [Fact]
    public void ProbesInARowKeepTheFirstOnesBound()
    {
        Probe(share: 2);
        Probe(share: 3);

        Assert.True(_policy.IsDue(3, Limit, waiting: 22));
        Assert.False(_policy.IsDue(4, Limit, waiting: 22));
    }

    [Fact]
    public void RequestWithinTheShareEndsARowOfProbes()
    {
        Probe(share: 2);
        Accept(1);

        Assert.False(_policy.IsDue(3, Limit, waiting: 22));
        Assert.Equal(8, _policy.Delay.TotalSeconds);
    }

    [Fact]
    public void ShareThatHasGrownMayGrowAgainAfterTwoMinutes()
    {
        Probe(share: 2);
        Accept(2);
        Assert.False(_policy.IsDue(3, Limit, waiting: 22));

        Accept(1);
        Assert.True(_policy.IsDue(3, Limit, waiting: 22));
    }

    [Theory]
    [InlineData(1, 1, 11, false)]
    [InlineData(2, 1, 10, false)]
    [InlineData(2, 1, 11, true)]
    [InlineData(3, 2, 21, false)]
    [InlineData(4, 2, 21, true)]
    public void WaitOfMoreThanTenMinutesIsWorthAProbe(int accepted, int share, int waiting, bool isDue)
    {
        Accept(accepted);

        Assert.Equal(isDue, _policy.IsDue(share, Limit, waiting));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(3, 16)]
    [InlineData(4, 32)]
    [InlineData(6, 32)]
    public void EachFailedProbeDoublesThePatience(int refusedProbes, int requests)
    {
        foreach (var _ in Enumerable.Range(0, refusedProbes))
        {
            _policy.RecordRefusal(accepted: 0, wasProbe: true);
        }

        Accept(requests - 1);
        Assert.False(_policy.IsDue(1, Limit, waiting: 100));

        Accept(1);
        Assert.True(_policy.IsDue(1, Limit, waiting: 100));
    }

    [Fact]
    public void RefusalWithinTheShareLeavesThePatience()
    {
        _policy.RecordRefusal(accepted: 0, wasProbe: true);
        _policy.RecordRefusal(accepted: 3, wasProbe: false);
        Assert.False(_policy.IsDue(1, Limit, waiting: 100));

        Accept(1);
        Assert.True(_policy.IsDue(1, Limit, waiting: 100));
    }

    [Fact]
    public void RefusalEndsTheGrowth()
    {
        Probe(share: 2);
        _policy.RecordRefusal(accepted: 6, wasProbe: true);

        Assert.False(_policy.IsDue(3, Limit, waiting: 22));
        Assert.Equal(8, _policy.Delay.TotalSeconds);
    }

    [Fact]
    public void PauseForgetsEverything()
    {
        Probe(share: 2);
        _policy.RecordRefusal(accepted: 9, wasProbe: true);
        Probe(share: 2);
        _policy.Restart();
        Assert.False(_policy.IsDue(1, Limit, waiting: 11));

        Accept(2);
        Assert.True(_policy.IsDue(1, Limit, waiting: 11));
    }

    private void Accept(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _policy.RecordSuccess(wasProbe: false, share: 1);
        }
    }

    private void Probe(int share) => _policy.RecordSuccess(wasProbe: true, share);
}
