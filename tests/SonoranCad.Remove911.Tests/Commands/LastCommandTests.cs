using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class LastCommandTests
{
    private const string Newest = "102: Jane Doe, Innocence Blvd, 0 s";

    private readonly CommandRig _rig = new();

    public LastCommandTests() => _rig.Open(101, 102);

    [Fact]
    public void NewestCallIsClearedAndNamed()
    {
        Assert.Equal(("Clearing the newest call: " + Newest, Tone.Info), _rig.Ask(CommandRig.Jane, "last"));

        Assert.Equal([102], _rig.Pending);
    }

    [Fact]
    public void PeopleWhoMeanTheSameCallHearOfEachOtherOnce()
    {
        var jane = _rig.Run(CommandRig.Jane, "last");

        Assert.Equal(
            ($"The newest call is already being cleared for Jane: {Newest}. You will both get the result.", Tone.Info), _rig.Ask(CommandRig.John, "last"));
        Assert.Equal(("The newest call is already being cleared: " + Newest, Tone.Info), _rig.Ask(CommandRig.John, "last"));
        Assert.Equal(("The newest call is already being cleared: " + Newest, Tone.Info), _rig.Ask(CommandRig.Jane, "last"));

        Assert.Equal(
            ["Clearing the newest call: " + Newest, "John asked for the newest call too: 102. It is cleared once, and you will both get the result."],
            jane.Lines);
        Assert.Equal([Tone.Info, Tone.Info], jane.Tones);
        Assert.Equal([102], _rig.Pending);
    }

    [Fact]
    public void EachOfSeveralRequestersHearsOfTheNextOne()
    {
        var jane = _rig.Run(CommandRig.Jane, "last");
        var john = _rig.Run(CommandRig.John, "last");
        _rig.Run(Requester.Console, "last");

        Assert.StartsWith("the console asked for the newest call too: 102.", jane.Lines[2], StringComparison.Ordinal);
        Assert.StartsWith("the console asked for the newest call too: 102.", john.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void CallThatIsClearedByItsNumberIsNotClearedTwice()
    {
        _rig.Run(CommandRig.Jane, "102");

        Assert.Equal(("The newest call is already being cleared: " + Newest, Tone.Info), _rig.Ask(CommandRig.John, "last"));
    }

    [Fact]
    public void SomebodyElseRightAfterwardsClearsNothing()
    {
        var jane = _rig.Run(CommandRig.Jane, "last");
        ClearPending();

        Assert.Equal(
            ("Call 102 was just cleared for Jane; nothing else was cleared. To clear the newest call now, type /clear911 last again.", Tone.Warning),
            _rig.Ask(CommandRig.John, "last"));
        Assert.Equal("John asked for the newest call right after call 102 was cleared for you. Nothing else was cleared.", jane.Lines[1]);
        Assert.Equal(Tone.Info, jane.Tones[1]);
        Assert.Empty(_rig.Pending);

        Assert.StartsWith("Clearing the newest call: 101: ", _rig.Ask(CommandRig.John, "last").Text, StringComparison.Ordinal);
        Assert.Equal([101], _rig.Pending);
    }

    [Fact]
    public void AllForWhomTheCallWasClearedHearOfTheNextOne()
    {
        var jane = _rig.Run(CommandRig.Jane, "last");
        var john = _rig.Run(CommandRig.John, "last");
        ClearPending();

        Assert.Contains("just cleared for Jane;", _rig.Ask(Requester.Console, "last").Text, StringComparison.Ordinal);
        Assert.StartsWith("the console asked", jane.Lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("the console asked", john.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedRequesterIsToldOnceAndNamedToNobody()
    {
        _rig.Core.Settings.Update(new Settings { MaxWaiting = 1 });
        _rig.Run(CommandRig.Jane, "7");

        var refused = _rig.Run(CommandRig.Jane, "last");
        Assert.Equal("busy", refused.Code);
        Assert.Empty(refused.Lines);

        _rig.Core.Settings.Update(new Settings());
        Assert.StartsWith("Clearing the newest call", _rig.Ask(CommandRig.John, "last").Text, StringComparison.Ordinal);
        Assert.Empty(refused.Lines);
    }

    [Fact]
    public void UncheckedCallIsClearedWithAWarning()
    {
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        var reply = _rig.Run(CommandRig.Jane, "last");
        _rig.OpenCalls.Respond(503, "");

        Assert.Equal(["Not confirmed by Sonoran CAD: calls may be missing or gone.", "Clearing the newest call: 102: Jane Doe, Innocence Blvd, 10 min"], reply.Lines);
        Assert.Equal([Tone.Warning, Tone.Info], reply.Tones);
    }

    private void ClearPending()
    {
        _rig.OpenCalls.Tick();
        _rig.OpenCalls.Respond(200, "{}");
        Assert.Empty(_rig.Pending);
    }
}
