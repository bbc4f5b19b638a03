using System;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class AllCommandTests
{
    private readonly CommandRig _rig = new();

    public AllCommandTests() => _rig.List();

    [Fact]
    public void OpenCallsAreCountedAndNoneIsCleared()
    {
        _rig.Open(101);
        Assert.Equal(
            ("One open 911 call: 101. To clear it and no newer ones, type /clear911 confirm within 15 s.", Tone.Warning), _rig.Ask(CommandRig.Jane, "all"));

        _rig.Open(102);
        Assert.Equal(
            ("2 open 911 calls: 102, 101. To clear these and no newer ones, type /clear911 confirm within 15 s.", Tone.Warning),
            _rig.Ask(CommandRig.Jane, "ALL"));
        Assert.Empty(_rig.Pending);
    }

    [Theory]
    [InlineData("all confirm")]
    [InlineData("confirm")]
    public void ConfirmationClearsWhatWasCounted(string words)
    {
        _rig.Open(101, 102);
        _rig.Run(CommandRig.Jane, "all");
        _rig.Open(103);

        Assert.Empty(_rig.Run(CommandRig.Jane, words).Lines);
        Assert.Equal([102, 101], _rig.Pending);
    }

    [Fact]
    public void OnlyTheNewestCallsAreCountedIfMoreAreOpen()
    {
        _rig.Open([.. Enumerable.Range(1, 501)]);

        var (text, _) = _rig.Ask(CommandRig.Jane, "all");

        Assert.StartsWith("More than 500 calls are open; these are the newest. 500 open 911 calls: 501, 500, ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CountWithoutTheCadSaysSo()
    {
        _rig.Open(101);
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        var player = _rig.Run(CommandRig.Jane, "all");
        var console = _rig.Run(Requester.Console, "all");
        _rig.OpenCalls.Respond(503, "");

        Assert.StartsWith("Not confirmed by Sonoran CAD: calls may be missing or gone. One open 911 call", player.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "Not confirmed by Sonoran CAD: calls may be missing or gone. Sonoran CAD returned an error (503). One open 911 call",
            console.Lines[0],
            StringComparison.Ordinal);
    }

    // While the list is on the way, a confirmation would mean the earlier count.
    [Fact]
    public void NewCountEndsTheEarlierOneAtOnce()
    {
        _rig.Open(101);
        _rig.Run(CommandRig.Jane, "all");
        _rig.OpenCalls.Service.Reset();
        Assert.Empty(_rig.Run(CommandRig.Jane, "all").Lines);

        Assert.StartsWith("Nothing was cleared", _rig.Ask(CommandRig.Jane, "confirm").Text, StringComparison.Ordinal);
        Assert.Empty(_rig.Pending);
    }

    [Fact]
    public void OfTwoCountsThatWaitForTheListTheLastOneHolds()
    {
        _rig.OpenCalls.Service.Reset();
        _rig.OpenCalls.Tick(2);
        _rig.Run(CommandRig.Jane, "all");
        _rig.Run(CommandRig.Jane, "from nobody");
        _rig.OpenCalls.RespondWithCalls(101);

        Assert.StartsWith("Nothing was cleared", _rig.Ask(CommandRig.Jane, "confirm").Text, StringComparison.Ordinal);
        Assert.Empty(_rig.Pending);
    }
}
