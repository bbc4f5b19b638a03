using System;
using System.Linq;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class OpenCallFreshnessTests
{
    private readonly OpenCallCache _cache = new(() => null);
    private readonly FakeClock _clock = new();
    private readonly OpenCallFreshness _freshness;

    public OpenCallFreshnessTests()
    {
        _freshness = new OpenCallFreshness(_cache, _clock);
        Advance(1000);
    }

    [Fact]
    public void NothingIsKnownAtFirst()
    {
        Assert.Equal((false, false, false, true), (_freshness.IsListFresh, _freshness.IsUpToDate, _freshness.IsBetterThanNothing, _freshness.IsSinceStart));
    }

    [Theory]
    [InlineData(14.9, true, true)]
    [InlineData(15, false, true)]
    [InlineData(59.9, false, true)]
    [InlineData(60, false, false)]
    public void ListIsFreshForFifteenSecondsAndBetterThanNothingForAMinute(double seconds, bool isFresh, bool isBetterThanNothing)
    {
        _freshness.OnListed();
        Advance(seconds);

        Assert.Equal((isFresh, isFresh, isBetterThanNothing), (_freshness.IsListFresh, _freshness.IsUpToDate, _freshness.IsBetterThanNothing));
        Assert.False(_freshness.IsSinceStart);
    }

    [Theory]
    [InlineData(599.9, true)]
    [InlineData(600, false)]
    public void EventsAreTrustedForTenMinutes(double seconds, bool isUpToDate)
    {
        _freshness.OnEvent();
        Advance(seconds);

        Assert.Equal((isUpToDate, false, true), (_freshness.IsUpToDate, _freshness.IsListFresh, _freshness.IsBetterThanNothing));
        Assert.True(_freshness.IsSinceStart);
    }

    [Fact]
    public void ListDoesNotProveThatEventsStillArrive()
    {
        _freshness.OnEvent();
        Advance(600);
        _freshness.OnListed();
        Advance(15);

        Assert.False(_freshness.IsUpToDate);
    }

    [Fact]
    public void EventAfterSilenceIsTrustedFromTheNextListOn()
    {
        _freshness.OnEvent();
        Advance(600);
        _freshness.OnEvent();
        _freshness.OnEvent();
        Assert.Equal((false, true), (_freshness.IsUpToDate, _freshness.IsBetterThanNothing));

        _freshness.OnListed();
        Advance(599);
        Assert.True(_freshness.IsUpToDate);
    }

    [Fact]
    public void NothingIsTrustedAfterEventsHaveEndedUntilEventAndList()
    {
        _freshness.OnEvent();
        _freshness.OnEventsEnded();
        Assert.Equal((false, true), (_freshness.IsUpToDate, _freshness.IsBetterThanNothing));

        _freshness.OnListed();
        Advance(15);
        Assert.False(_freshness.IsUpToDate);

        _freshness.OnEvent();
        Assert.False(_freshness.IsUpToDate);
        _freshness.OnListed();
        Advance(15);
        Assert.True(_freshness.IsUpToDate);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void TruncatedCacheNeedsAListOnceFewCallsAreLeft(int left, bool isUpToDate)
    {
        var calls = Enumerable.Range(1, 501).Select(id => OpenCall.FromList(id, "Jane Doe", "Route 68", null)).ToList();
        _cache.ApplyList(new CallList(calls[..500], [.. calls.Select(call => call.CallId)]));
        foreach (var callId in Enumerable.Range(1 + left, 500 - left))
        {
            _cache.Remove(callId);
        }

        _freshness.OnListed();
        _freshness.OnEvent();

        Assert.Equal((isUpToDate, isUpToDate), (_freshness.IsListFresh, _freshness.IsUpToDate));
    }

    [Theory]
    [InlineData(59.9, true)]
    [InlineData(60, false)]
    public void VendorCallsAreBetterThanNothingForAMinute(double seconds, bool isBetterThanNothing)
    {
        _freshness.OnVendorCalls();
        Advance(seconds);

        Assert.Equal((isBetterThanNothing, false, true), (_freshness.IsBetterThanNothing, _freshness.IsUpToDate, _freshness.IsSinceStart));
    }

    [Theory]
    [InlineData(599.9, false)]
    [InlineData(600, true)]
    public void VendorCallsHaveTheEarlierCallsIfEventsReachTheVendor(double seconds, bool isSinceStart)
    {
        _freshness.OnEvent();
        Advance(seconds);
        _freshness.OnVendorCalls();
        Assert.Equal(isSinceStart, _freshness.IsSinceStart);
        _freshness.OnVendorCalls();
        Assert.Equal(isSinceStart, _freshness.IsSinceStart);

        Advance(1000);
        _freshness.OnVendorCalls();
        Assert.Equal(isSinceStart, _freshness.IsSinceStart);
    }

    private void Advance(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));
}
