using System;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class NewestCallRequestsTests
{
    private readonly FakeClock _clock = new();
    private readonly NewestCallRequests _requests;
    private readonly NewestCallRequest _jane = Claim("Jane", 1);
    private readonly NewestCallRequest _john = Claim("John", 2);

    public NewestCallRequestsTests()
    {
        _requests = new NewestCallRequests(_clock, () => null);
        _requests.TryAdd(101, _jane);
    }

    [Theory]
    [InlineData(2.9, true)]
    [InlineData(3, false)]
    public void SecondRequesterJoinsCallClearedWithinThreeSeconds(double seconds, bool joins)
    {
        _requests.OnCompleted(Entry(), null);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(joins, _requests.TryJoinCleared(_john, out var callId, out var others));
        Assert.Equal(101, callId);
        Assert.Equal([_jane], others);
    }

    [Fact]
    public void OriginalOrInformedRequesterDoesNotJoinAgain()
    {
        _requests.OnCompleted(Entry(), null);

        Assert.False(_requests.TryJoinCleared(_jane, out _, out _));
        Assert.True(_requests.TryJoinCleared(_john, out _, out _));
        Assert.False(_requests.TryJoinCleared(_john, out _, out _));
    }

    [Fact]
    public void FailedCallCannotBeJoined()
    {
        _requests.OnCompleted(Entry(), RemovalErrors.Busy);

        Assert.False(_requests.TryJoinCleared(_john, out _, out _));
        Assert.Empty(_requests.GetPending(101));
    }

    [Fact]
    public void OtherRemovalsChangeNothing()
    {
        _requests.OnCompleted(Entry(), null);
        _requests.OnCompleted(new OutboxEntry(7, null, _john.Requester, _clock.UtcNow), null);

        Assert.True(_requests.TryJoinCleared(_john, out var callId, out _));
        Assert.Equal(101, callId);
    }

    private static NewestCallRequest Claim(string name, int source) => new(Requester.Player(source, name, null), new FakeReply());

    private OutboxEntry Entry() => new(101, null, _jane.Requester, _clock.UtcNow);
}
