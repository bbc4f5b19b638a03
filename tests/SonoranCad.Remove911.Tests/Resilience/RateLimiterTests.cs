using System;
using System.Linq;
using SonoranCad.Remove911.Resilience;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resilience;

/// <summary>A limit that changes while requests count.</summary>
public sealed class RateLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void LongerWindowCountsEarlierRequests()
    {
        var limit = new RateLimiter(1, TimeSpan.FromSeconds(1));
        limit.Acquire();
        limit.Release(At(10));
        Assert.Equal(At(15), limit.NextPermitAt(At(15)));

        limit.Reconfigure(1, Minute);

        Assert.Equal(At(10 + 61.2), limit.NextPermitAt(At(15)));
        Assert.Equal(At(80), limit.NextPermitAt(At(80)));
    }

    [Fact]
    public void LoweredLimitCountsEarlierRequests()
    {
        var limit = new RateLimiter(10, Minute);
        foreach (var second in Enumerable.Range(1, 5))
        {
            limit.Acquire();
            limit.Release(At(second));
        }

        limit.Reconfigure(2, Minute);

        Assert.Equal(At(1 + 61.2), limit.NextPermitAt(At(6)));
        Assert.Equal(At(4 + 61.2), limit.NextPermitAt(At(3.5 + 61.2)));
        Assert.Equal(At(4.5 + 61.2), limit.NextPermitAt(At(4.5 + 61.2)));
    }

    [Fact]
    public void RaisedLimitPermitsNextRequestImmediately()
    {
        var limit = new RateLimiter(1, Minute);
        limit.Acquire();
        limit.Release(At(1));
        Assert.Equal(At(1 + 61.2), limit.NextPermitAt(At(2)));

        limit.Reconfigure(2, Minute);

        Assert.Equal(At(2), limit.NextPermitAt(At(2)));
    }

    [Fact]
    public void RequestInFlightCountsAcrossReconfiguration()
    {
        var limit = new RateLimiter(1, TimeSpan.FromSeconds(1));
        limit.Acquire();

        limit.Reconfigure(1, Minute);

        Assert.Equal(TimeSpan.MaxValue, limit.NextPermitAt(At(5)));
        limit.Release(At(6));
        Assert.Equal(At(6 + 61.2), limit.NextPermitAt(At(7)));
    }

    [Fact]
    public void RequestCountsFromItsSendingUntilOneWindowAfterItsResponse()
    {
        var limit = new RateLimiter(2, Minute);
        limit.Acquire();
        Assert.Equal(At(1), limit.NextPermitAt(At(1)));

        limit.Acquire().Release(At(5));
        Assert.Equal(1, limit.InFlight);
        Assert.Equal(At(5 + 61.2), limit.NextPermitAt(At(5 + 61.199)));
        Assert.Equal(At(5 + 61.2), limit.NextPermitAt(At(5 + 61.2)));
        limit.Acquire();
        Assert.Equal(TimeSpan.MaxValue, limit.NextPermitAt(At(5 + 61.2)));
    }

    [Fact]
    public void RequestsFromBeforeTheRestartCount()
    {
        var limit = new RateLimiter(3, Minute);
        foreach (var second in new[] { -30, -50, -40, -50 })
        {
            limit.Restore(At(second));
        }

        limit.Reconfigure(4, Minute);
        Assert.Equal(At(11.2), limit.NextPermitAt(At(0)));
        limit.Reconfigure(2, Minute);
        Assert.Equal(At(11.2), limit.NextPermitAt(At(0)));
        Assert.Equal(At(21.2), limit.NextPermitAt(At(11.2)));
        Assert.Equal(At(21.2), limit.NextPermitAt(At(21.2)));
        limit.Reconfigure(1, Minute);
        Assert.Equal(At(31.2), limit.NextPermitAt(At(21.2)));
    }

    [Fact]
    public void EndOfARequestIsAnnounced()
    {
        var limit = new RateLimiter(1, Minute);
        var permitAt = TimeSpan.Zero;
        limit.Released += () => permitAt = limit.NextPermitAt(At(1));

        limit.Acquire().Release(At(1));

        Assert.Equal(At(1 + 61.2), permitAt);
    }

    [Fact]
    public void FullRateSpreadsTheLimitOverTheWindow()
    {
        var limit = new RateLimiter(10, Minute);
        Assert.Equal(At(6.12), limit.Interval);

        limit.Reconfigure(4, At(1));
        Assert.Equal(At(0.255), limit.Interval);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void LimitHoldsOverManyWindows()
    {
        var limit = new RateLimiter(100, TimeSpan.FromMinutes(1));
        var sent = new System.Collections.Generic.List<TimeSpan>();
        for (var now = TimeSpan.Zero; sent.Count < 2000; now += TimeSpan.FromMilliseconds(137))
        {
            while (limit.NextPermitAt(now) <= now)
            {
                limit.Acquire();
                limit.Release(now);
                sent.Add(now);
            }
        }

        for (var i = 100; i < sent.Count; i++)
        {
            Assert.True(sent[i] - sent[i - 100] >= TimeSpan.FromMinutes(1));
        }
    }
}
