using System;
using System.Linq;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Calls;

public sealed class ConfirmationsTests
{
    private static readonly Requester Jane = Requester.Player(1, "Jane", "license:1");

    private readonly FakeClock _clock = new();
    private readonly OpenCallCache _board = new();
    private readonly ClearAllConfirmations _confirmations;

    public ConfirmationsTests() => _confirmations = new ClearAllConfirmations(_board, _clock);

    [Theory]
    [InlineData(14.9, true)]
    [InlineData(15, false)]
    public void ACountMayBeConfirmedForFifteenSeconds(double seconds, bool holds)
    {
        _confirmations.Begin(Jane, [1, 2]);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(holds, _confirmations.Take(Jane) is not null);
        Assert.Null(_confirmations.Take(Jane));
    }

    [Fact]
    public void ALaterCountTakesThePlaceOfTheEarlier()
    {
        _confirmations.Begin(Jane, [1, 2]);
        _confirmations.Begin(Jane, [3]);

        Assert.Equal([3], _confirmations.Take(Jane));
    }

    [Fact]
    public void AnotherPlayerUnderTheSameNumberHasNone()
    {
        _confirmations.Begin(Jane, [1]);

        Assert.Null(_confirmations.Take(Requester.Player(1, "Jane", "license:2")));
        Assert.Null(_confirmations.Take(Requester.Player(2, "Jane", "license:1")));
        Assert.Null(_confirmations.Take(Requester.Console));
    }

    [Fact]
    public void CallsThatAreGoneMeanwhileAreNoLongerAmongThem()
    {
        _board.Take([.. Enumerable.Range(1, 3).Select(id => OpenCall.Listed(id, "", "", null))]);
        _confirmations.Begin(Jane, [1, 2, 3]);

        _board.Remove(1);
        _board.BeginReading();
        _board.Take([OpenCall.Listed(2, "", "", null), OpenCall.Listed(4, "", "", null)]);

        Assert.Equal([2], _confirmations.Take(Jane));
    }
}
