using System;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class FromCommandTests
{
    private readonly CommandRig _rig = new();

    public FromCommandTests() => _rig.List();

    [Theory]
    [InlineData("from jane", "3 open 911 calls from Janet Ray, Jane Doe: 104, 103, 101. To clear these and no newer ones, type /clear911 confirm within 15 s.")]
    [InlineData("from Jane  doe", "2 open 911 calls from Jane Doe: 103, 101. To clear these and no newer ones, type /clear911 confirm within 15 s.")]
    [InlineData("from janet ray…", "One open 911 call from Janet Ray: 104. To clear it and no newer ones, type /clear911 confirm within 15 s.")]
    [InlineData("from ^1tom", "One open 911 call from Tom Becker: 102. To clear it and no newer ones, type /clear911 confirm within 15 s.")]
    public void CallsWhoseCallerBeginsWithTheNameAreCounted(string words, string question)
    {
        OpenCallsOfFour();

        Assert.Equal((question, Tone.Warning), _rig.Ask(CommandRig.Jane, words));
    }

    [Theory]
    [InlineData("from ane", "ane")]
    [InlineData("from ^1", "")]
    public void NobodyIsFoundByOtherNames(string words, string caller)
    {
        OpenCallsOfFour();
        _rig.Run(CommandRig.Jane, "all");

        Assert.Equal(
            ($"No open 911 call is from \"{caller}\". Type the beginning of a name as /clear911 lists it.", Tone.Info), _rig.Ask(CommandRig.Jane, words));

        // The earlier count is not confirmed either.
        Assert.StartsWith("Nothing was cleared", _rig.Ask(CommandRig.Jane, "confirm").Text, StringComparison.Ordinal);
        Assert.Empty(_rig.Pending);
    }

    [Fact]
    public void ConfirmationClearsTheCallsOfThatCallerOnly()
    {
        OpenCallsOfFour();
        _rig.Run(CommandRig.Jane, "from jane doe");
        _rig.Run(CommandRig.Jane, "confirm");

        Assert.Equal([103, 101], _rig.Pending);
    }

    [Fact]
    public void ThreeCallersAreNamedAndOthersCounted()
    {
        _rig.OpenCalls.OnCallOpened(1, "Al A");
        _rig.OpenCalls.OnCallOpened(2, "al a");
        _rig.OpenCalls.OnCallOpened(3, "Al B");
        _rig.OpenCalls.OnCallOpened(4, "Al C with a name of more than 24 letters");
        Assert.StartsWith(
            "4 open 911 calls from Al C with a name of mor…, Al B, al a: 4, 3, 2, 1.", _rig.Ask(CommandRig.Jane, "from al").Text, StringComparison.Ordinal);

        _rig.OpenCalls.OnCallOpened(5, "Al D");
        Assert.StartsWith("5 open 911 calls from Al D, Al C with a name of mor…, Al B and 1 more: ", _rig.Ask(CommandRig.Jane, "from al").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyTheNewestCallsAreCheckedIfMoreAreOpen()
    {
        _rig.Open([.. Enumerable.Range(1, 501)]);

        Assert.StartsWith("Only the newest 500 open calls were checked. No open 911 call", _rig.Ask(CommandRig.Jane, "from tom").Text, StringComparison.Ordinal);
    }

    private void OpenCallsOfFour()
    {
        _rig.OpenCalls.OnCallOpened(101, "Jane Doe");
        _rig.OpenCalls.OnCallOpened(102, "Tom Becker");
        _rig.OpenCalls.OnCallOpened(103, "Jane Doe");
        _rig.OpenCalls.OnCallOpened(104, "Janet Ray");
    }
}
