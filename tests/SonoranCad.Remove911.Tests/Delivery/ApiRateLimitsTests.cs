using System;
using System.Globalization;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class ApiRateLimitsTests
{
    private readonly FakeClock _clock = new();
    private readonly FakeStore _stored = new();
    private readonly SettingsMonitor _settings = new(new Settings { V2RequestsPerMinute = 2, V1IntervalSeconds = 5 });
    private DeliveryStore _store = null!;
    private ApiRateLimits _limits = null!;

    public ApiRateLimitsTests()
    {
        _clock.Advance(TimeSpan.FromDays(1));
        Restart();
    }

    private string UtcMilliseconds => At(TimeSpan.Zero);

    [Fact]
    public void EachVersionHasItsOwnLimit()
    {
        Send(ApiVersion.V1);
        Send(ApiVersion.V2);
        Send(ApiVersion.V2);

        AssertNextIn(5 * 1.02, ApiVersion.V1);
        AssertNextIn(60 * 1.02, ApiVersion.V2);
    }

    [Fact]
    public void ChangedSettingsApplyToRequestsAlreadySent()
    {
        Send(ApiVersion.V1);
        Send(ApiVersion.V2);
        Send(ApiVersion.V2);
        _settings.Update(new Settings { V2RequestsPerMinute = 3, V1IntervalSeconds = 10 });
        _limits.OnSettingsChanged();

        AssertNextIn(10 * 1.02, ApiVersion.V1);
        AssertNextIn(0, ApiVersion.V2);
        Assert.Equal((6, 3), (_limits.Shares.Get(ApiVersion.V1).PermitLimit, _limits.Shares.Get(ApiVersion.V2).PermitLimit));
    }

    [Fact]
    public void SendTimesAreStoredWithTheNextFlush()
    {
        var first = UtcMilliseconds;
        Send(ApiVersion.V2);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Send(ApiVersion.V2);
        Send(ApiVersion.V1);
        Assert.Empty(_stored.Values);
        _store.Flush();

        Assert.Equal(first + "," + UtcMilliseconds, _stored.Get("sent:v2"));
        Assert.Equal(UtcMilliseconds, _stored.Get("sent:v1"));
    }

    // The owner may raise the limit of v2 within the window, and then all of its requests count again.
    [Fact]
    public void SendTimesOfV2AreKeptBeyondTheLimitForNinetySeconds()
    {
        var first = UtcMilliseconds;
        for (var i = 0; i < 3; i++)
        {
            Send(ApiVersion.V2);
        }

        AssertSent(first, first, first);
        _clock.Advance(TimeSpan.FromSeconds(89.999));
        Send(ApiVersion.V2);
        AssertSent(first, first, first, UtcMilliseconds);

        _clock.Advance(TimeSpan.FromSeconds(0.001));
        Send(ApiVersion.V2);
        AssertSent(At(TimeSpan.FromSeconds(0.001)), UtcMilliseconds);
    }

    [Fact]
    public void OnlyTheNewestSendTimeOfV1IsKept()
    {
        Send(ApiVersion.V1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Send(ApiVersion.V1);
        _store.Flush();

        Assert.Equal(UtcMilliseconds, _stored.Get("sent:v1"));
    }

    [Fact]
    public void SendTimesAfterAClockThatWasSetBackAreNotKeptBeyondTheLimit()
    {
        Send(ApiVersion.V2);
        Send(ApiVersion.V2);
        _clock.UtcNow -= TimeSpan.FromHours(1);
        Send(ApiVersion.V2);
        _store.Flush();

        Assert.Equal(2, _stored.Get("sent:v2")!.Split(',').Length);
    }

    // Until the response timeout, the request of before the restart may have been in flight.
    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 60)]
    [InlineData(5, 60)]
    [InlineData(0, 60)]
    [InlineData(-3000, 60)]
    public void RestoredRequestCountsFromItsTimeoutButAtMostFromNow(double secondsAgo, double expectedSeconds)
    {
        _stored.Set("sent:v2", string.Join(',', At(TimeSpan.FromSeconds(secondsAgo)), At(TimeSpan.FromSeconds(secondsAgo))));
        Restart();

        AssertNextIn(expectedSeconds + 1.2, ApiVersion.V2);
        var now = _clock.Elapsed;
        Assert.Equal(expectedSeconds + 1.2, (_limits.Shares.Get(ApiVersion.V2).NextPermitAt(now, waiting: 1) - now).TotalSeconds, 3);
    }

    [Fact]
    public void RequestOfAnHourAgoIsForgotten()
    {
        _settings.Update(new Settings { V1IntervalSeconds = 4000 });
        _stored.Set("sent:v1", At(TimeSpan.FromHours(1)));
        Restart();
        AssertNextIn(0, ApiVersion.V1);

        _stored.Set("sent:v1", At(TimeSpan.FromSeconds(3599.999)));
        Restart();
        AssertNextIn((4000 * 1.02) - 3589.999, ApiVersion.V1);
    }

    [Fact]
    public void RestoredRequestsAreStoredAgain()
    {
        var old = At(TimeSpan.FromSeconds(1));
        _stored.Set("sent:v2", old);
        Restart();
        Send(ApiVersion.V2);
        _store.Flush();

        Assert.Equal(old + "," + UtcMilliseconds, _stored.Get("sent:v2"));
    }

    [Fact]
    public void UnreadableSendTimesAreSkipped()
    {
        _stored.Set("sent:v2", $"x,,-5,{UtcMilliseconds},{UtcMilliseconds}.5,{UtcMilliseconds}");
        Restart();

        AssertNextIn(61.2, ApiVersion.V2);
        _settings.Update(new Settings { V2RequestsPerMinute = 3 });
        _limits.OnSettingsChanged();
        AssertNextIn(0, ApiVersion.V2);
    }

    [Fact]
    public void NewestTwelveThousandRequestsAreRestored()
    {
        _settings.Update(new Settings { V2RequestsPerMinute = 20_000 });
        var newest = UtcMilliseconds;
        _stored.Set("sent:v2", At(TimeSpan.FromSeconds(2)) + string.Concat(Enumerable.Repeat("," + newest, 12_000)));
        Restart();
        _limits.Acquire(ApiVersion.V2);
        _store.Flush();

        Assert.Equal(string.Join(',', Enumerable.Repeat(newest, 12_001)), _stored.Get("sent:v2"));
    }

    private void Restart()
    {
        _store = new DeliveryStore(new StoreAccess(_stored, new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(_clock));
        _limits = new ApiRateLimits(_store, _settings, _clock, new FairShareLimits(_store, _settings, _clock, () => 0.5));
        _limits.Restore();
    }

    private void Send(ApiVersion apiVersion) => _limits.Acquire(apiVersion).Release(_clock.Elapsed);

    private string At(TimeSpan age) => new DateTimeOffset(_clock.UtcNow - age).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private void AssertSent(params string[] times)
    {
        _store.Flush();
        Assert.Equal(string.Join(',', times), _stored.Get("sent:v2"));
    }

    private void AssertNextIn(double seconds, ApiVersion apiVersion) =>
        Assert.Equal(seconds, (_limits.GetLimiter(apiVersion).NextPermitAt(_clock.Elapsed) - _clock.Elapsed).TotalSeconds, 3);
}
