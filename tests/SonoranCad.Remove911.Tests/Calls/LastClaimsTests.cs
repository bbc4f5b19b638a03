using System;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Calls;

public sealed class LastClaimsTests
{
    private readonly FakeClock _clock = new();
    private readonly NewestCallRequests _claims;
    private readonly NewestCallRequest _jane = Claim("Jane", 1);
    private readonly NewestCallRequest _john = Claim("John", 2);

    public LastClaimsTests()
    {
        _claims = new NewestCallRequests(_clock);
        _claims.TryAdd(101, _jane);
    }

    [Theory]
    [InlineData(2.9, true)]
    [InlineData(3, false)]
    public void SomebodyElseMeansTheCallThatWasClearedAMomentAgo(double seconds, bool joins)
    {
        _claims.OnCompleted(Entry(), null);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(joins, _claims.TryJoinCleared(_john, out var callId, out var others));
        Assert.Equal(101, callId);
        Assert.Equal([_jane], others);
    }

    [Fact]
    public void WhoAskedForItOrWasToldMeansTheNextOne()
    {
        _claims.OnCompleted(Entry(), null);

        Assert.False(_claims.TryJoinCleared(_jane, out _, out _));
        Assert.True(_claims.TryJoinCleared(_john, out _, out _));
        Assert.False(_claims.TryJoinCleared(_john, out _, out _));
    }

    [Fact]
    public void ACallThatWasNotClearedIsNobodysNewest()
    {
        _claims.OnCompleted(Entry(), RemovalErrors.Busy);

        Assert.False(_claims.TryJoinCleared(_john, out _, out _));
        Assert.Empty(_claims.GetPending(101));
    }

    private static NewestCallRequest Claim(string name, int source) => new(Requester.Player(source, name, null), new FakeReply());

    private OutboxEntry Entry() => new(101, _jane.Requester, _clock.UtcNow, TimeSpan.Zero);
}
