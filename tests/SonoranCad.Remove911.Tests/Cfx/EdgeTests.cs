using System;
using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Cfx;

/// <summary>What no stand-in shows: the second check behind the server's own, and faults of ours at each entry.</summary>
public sealed class EdgeTests
{
    private readonly DeliveryRig _rig = new();
    private readonly Mock<IPlayerDirectory> _players = new();
    private readonly Mock<ITickSwitch> _tick = new();
    private readonly ExceptionGuard _guard;
    private readonly RemovalService _desk;

    public EdgeTests()
    {
        _guard = new ExceptionGuard(_rig.Log, _tick.Object);
        _desk = new RemovalService(
            _players.Object, _rig.Dispatcher, new OutcomePublisher(_rig, _rig.Log), _tick.Object, _rig.Log, _rig.Clock, "clear911", playerRequestLimit: 5);
        _players.Setup(p => p.Describe(It.IsAny<int>())).Returns((int source) => Requester.Player(source, "A", "license:a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void TheCommandsHandlerChecksThePermissionItself(int source)
    {
        Command().OnCommand(source, ["101"], "clear911 101");

        Assert.False(_rig.Dispatcher.NeedsTick);
        _players.Verify(p => p.IsAllowed(source, "command.clear911"));
        _players.Verify(p => p.Notify(source, It.Is<Phrase>(line => line.InEnglish().Contains("command.clear911")), Tone.Warning));
    }

    [Fact]
    public void TheConsoleNeedsNone()
    {
        Command().OnCommand(0, ["101"], "clear911 101");

        Assert.True(_rig.Dispatcher.NeedsTick);
        _players.Verify(p => p.IsAllowed(It.IsAny<int>(), It.IsAny<string>()), Times.Never);
    }

    [Fact]
    public void ACommandWithoutArgumentsIsNoFault()
    {
        Command().OnCommand(0, null!, null!);
        _rig.Log.Flush();

        Assert.Contains("No call id was given", Assert.Single(_rig.Console));
    }

    [Fact]
    public void NoExceptionLeavesAnEntryPoint()
    {
        _players.Setup(p => p.IsAllowed(It.IsAny<int>(), It.IsAny<string>())).Throws(new InvalidOperationException("a native failed"));

        Command().OnCommand(1, ["101"], "clear911 101");
        new ClearEventHandler(_desk, _players.Object, _guard, _rig.Log, English.Localizer).OnClear("net:1", 101, null!);
        new ClearExportHandler(_desk, _guard, _rig.Log, English.Localizer).OnCall(101, null!);
        Assert.Empty((IDictionary<string, object>)new StatusExportHandler(null!, _desk, _guard).OnCall());
        new StopEventHandler("r", () => throw new InvalidOperationException("a native failed"), _guard).OnStop(string.Empty, "r");
        new HttpResponseEventHandler([null!], _desk, _guard).OnResponse(null!, 0, 200, null!, null!, null!);
        _rig.Log.Flush();

        Assert.Equal(6, _rig.Console.Count);
        Assert.All(_rig.Console, line => Assert.Contains("A fault of this resource in", line));
        _tick.Verify(t => t.On());
    }

    [Fact]
    public void AStopOfOursIsTakenFromTheServerAlone()
    {
        var stops = 0;
        var edge = new StopEventHandler("r", () => stops++, _guard);

        edge.OnStop("net:1", "r");
        edge.OnStop(string.Empty, "other");
        edge.OnStop(string.Empty, new List<object>());
        Assert.Equal(0, stops);

        edge.OnStop(null!, "r");
        Assert.Equal(1, stops);
    }

    private CommandHandler Command() => new(_desk, _players.Object, new SubcommandTable([]), _tick.Object, _guard, _rig.Log);
}
