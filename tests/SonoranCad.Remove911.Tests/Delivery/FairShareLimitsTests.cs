using System;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class FairShareLimitsTests
{
    private static readonly CadResult Refused = new(CadResultKind.Retry, CadErrors.RateLimited) { IsOverLimit = true };

    private readonly FakeClock _clock = new();
    private readonly FakeStore _stored = new();
    private readonly SettingsMonitor _settings = new(new Settings());
    private DeliveryStore _store = null!;
    private FairShareLimits _limits = null!;

    public FairShareLimitsTests()
    {
        _clock.Advance(TimeSpan.FromDays(2));
        Restart();
    }

    // A later request stores the share again, with the time of the refusal.
    [Theory]
    [InlineData(19.9, 1)]
    [InlineData(20.1, null)]
    public void RefusalKeepsItsAgeAcrossARestart(double minutes, int? share)
    {
        Send(CadResult.Cleared);
        Send(Refused);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Send(CadResult.Cleared);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Restart();
        _clock.Advance(TimeSpan.FromMinutes(minutes - 10));

        Assert.Equal(share, _limits.Get(ApiVersion.V2).FindReduced(_clock.Elapsed));
        Assert.Null(_limits.Get(ApiVersion.V1).FindReduced(_clock.Elapsed));
    }

    [Fact]
    public void RefusalFromTheFutureCountsAsOneFromNow()
    {
        var future = (long)(_clock.UtcNow - DateTime.UnixEpoch + TimeSpan.FromDays(3)).TotalSeconds;
        _stored.Set("share:v2", $"4,{future}");
        Restart();

        Assert.Equal(_clock.Elapsed, _limits.Get(ApiVersion.V2).RefusedAt);
        Assert.Equal(4, _limits.Get(ApiVersion.V2).Share);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("four,1")]
    [InlineData("4,-1")]
    [InlineData("4,1,1")]
    public void UnreadableShareIsIgnored(string? stored)
    {
        if (stored is not null)
        {
            _stored.Set("share:v2", stored);
        }

        Restart();

        Assert.Null(_limits.Get(ApiVersion.V2).RefusedAt);
        Assert.False(_limits.Get(ApiVersion.V2).IsAlone);
        Assert.Equal(10, _limits.Get(ApiVersion.V2).Share);
    }

    private void Restart()
    {
        _store?.Flush();
        _store = new DeliveryStore(new StoreAccess(_stored, new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(_clock));
        _limits = new FairShareLimits(_store, _settings, _clock, () => 0.5);
        _limits.Restore();
    }

    private void Send(CadResult result)
    {
        _limits.Get(ApiVersion.V2).Acquire(_clock.Elapsed);
        _limits.Release(ApiVersion.V2, result, _clock.Elapsed);
    }
}
