using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class ListCommandTests
{
    private readonly CommandRig _rig = new();

    [Fact]
    public void PlayerGetsOneMessageAndTheConsoleLines()
    {
        _rig.List(101, 102);

        const string List = """
            2 open 911 calls, newest last:
            101: Jane Doe, Innocence Blvd
            102: Jane Doe, Innocence Blvd
            To clear: /clear911 102, or /clear911 last for the newest.
            """;
        Assert.Equal((List, Tone.Info), _rig.Ask(CommandRig.Jane));
        var console = _rig.Run(Requester.Console);
        Assert.Equal(List.Split('\n'), console.Lines);
        Assert.Equal([Tone.Info, Tone.Info, Tone.Info, Tone.Info], console.Tones);
    }

    [Fact]
    public void UncheckedListIsAWarning()
    {
        _rig.Open(101);
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        var reply = _rig.Run(CommandRig.Jane);
        _rig.OpenCalls.Respond(503, "");

        Assert.Equal([Tone.Warning], reply.Tones);
        Assert.Contains("Not confirmed", reply.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void NoOpenCallsAreReported()
    {
        _rig.List();

        Assert.Equal(("There are no open 911 calls.", Tone.Info), _rig.Ask(CommandRig.Jane));
    }

    [Fact]
    public void NoOpenCallsWithoutTheCadAreAWarning()
    {
        _rig.OpenCalls.Service.OnCallClosed(101);
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        var reply = _rig.Run(CommandRig.Jane);
        _rig.OpenCalls.Respond(503, "");

        Assert.Equal(["There are no open 911 calls. Not confirmed by Sonoran CAD: calls may be missing or gone."], reply.Lines);
        Assert.Equal([Tone.Warning], reply.Tones);
    }

    [Fact]
    public void UnknownCallsAreAnError()
    {
        var player = _rig.Run(CommandRig.Jane);
        var console = _rig.Run(Requester.Console);
        _rig.OpenCalls.Respond(404, "");

        const string Reason = "The open 911 calls can't be listed. Sonoran CAD has no list of calls at this address (endpoint_not_found).";
        const string ByNumber = "You can still clear a call by its number: /clear911 <callId>";
        Assert.Equal([$"{Reason} {ByNumber}"], player.Lines);
        Assert.Equal([Tone.Error], player.Tones);
        Assert.Equal(
            [$"{Reason} To get a list, turn on the push events of the resource sonorancad, or use an API that has one: API v1 (GET_CALLS) on the Plus plan, API v2 on any plan (the setting \"api\"). {ByNumber}"],
            console.Lines);
    }

    [Fact]
    public void MissingAccountIsRefusedAsForARemoval()
    {
        var rig = new CommandRig("{}");

        var reply = rig.Run(CommandRig.Jane);

        Assert.Equal("not_configured", reply.Code);
        Assert.Empty(reply.Lines);
    }
}
