using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class ConfirmCommandTests
{
    private const string Nothing =
        "Nothing was cleared: there is nothing to confirm, or the count is more than 15 s old. Type /clear911 all, from or older first.";

    private readonly CommandRig _rig = new();

    [Fact]
    public void NothingIsClearedWithoutCount() => Assert.Equal((Nothing, Tone.Error), _rig.Ask(CommandRig.Jane, "confirm"));

    [Fact]
    public void CountIsConfirmedOnceAndByItsRequesterOnly()
    {
        _rig.Open(101);
        _rig.Run(CommandRig.Jane, "all");

        Assert.Equal((Nothing, Tone.Error), _rig.Ask(CommandRig.John, "confirm"));
        Assert.Empty(_rig.Run(CommandRig.Jane, "confirm").Lines);
        Assert.Equal((Nothing, Tone.Error), _rig.Ask(CommandRig.Jane, "confirm"));
        Assert.Equal([101], _rig.Pending);
    }

    [Fact]
    public void CallsGoneMeanwhileAreNotCleared()
    {
        _rig.Open(101);
        _rig.Run(CommandRig.Jane, "all");
        _rig.OpenCalls.Service.OnCallClosed(101);

        Assert.Equal(("There is nothing left to clear: none of the counted calls is still open.", Tone.Info), _rig.Ask(CommandRig.Jane, "confirm"));
        Assert.Empty(_rig.Pending);
    }

    [Fact]
    public void NewestCallsThatFitAreClearedAndTheRestIsNamed()
    {
        _rig.Core.Settings.Update(new Settings { MaxWaiting = 3 });
        _rig.Open(101, 102, 103, 104, 105);
        _rig.Run(CommandRig.Jane, "103");
        _rig.Run(CommandRig.Jane, "from jane");

        // Call 103 is pending already, so it takes no room.
        Assert.Equal(
            ("Only the newest 3 of 5 calls were accepted, because too many removals are waiting. When they are done, type /clear911 from jane again.", Tone.Warning),
            _rig.Ask(CommandRig.Jane, "confirm"));
        Assert.Equal([103, 105, 104], _rig.Pending);
    }

    [Fact]
    public void PlayerMayHaveATenthOfTheWaitingRemovals()
    {
        _rig.Open([.. Enumerable.Range(1, 101)]);
        _rig.Run(CommandRig.Jane, "all");

        Assert.Equal(
            ("Only the newest 100 of 101 calls were accepted, because too many of your removals are waiting. When they are done, type /clear911 all again.", Tone.Warning),
            _rig.Ask(CommandRig.Jane, "confirm"));
        Assert.Equal(Enumerable.Range(2, 100).Reverse(), _rig.Pending);
    }

    [Fact]
    public void NothingIsAcceptedIfNothingFits()
    {
        _rig.Core.Settings.Update(new Settings { MaxWaiting = 1 });
        _rig.Open(101, 102);
        _rig.Run(Requester.Console, "999");
        _rig.Run(CommandRig.Jane, "all");

        var reply = _rig.Run(CommandRig.Jane, "confirm");

        Assert.Equal("busy", reply.Code);
        Assert.Equal([102, 101], reply.Reports[0].Failed.Select(failure => failure.CallId!.Value));
        Assert.Empty(reply.Lines);
        Assert.Equal([999], _rig.Pending);
    }
}
