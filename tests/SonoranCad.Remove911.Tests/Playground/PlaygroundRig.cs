using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using CadServer;
using CadServer.Discord;
using FxServer;
using Playground;
using Playground.Commands;
using Playground.Display;
using Playground.Input;
using Playground.Scene;
using SonoranCad.Remove911.Tests.Support;
using Spectre.Console.Testing;
using Xunit;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.Playground;

/// <summary>The Playground in virtual time, on a console that records its output.</summary>
internal sealed class PlaygroundRig : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TestConsole _console = new();
    private readonly Screen _screen;
    private int _seen;

    /// <param name="timeout">Long, unless a test is about what happens after it.</param>
    /// <param name="isChecked">Whether the account is checked at startup, which is the default.</param>
    /// <param name="width">Wide, so that a sentence fits on one line.</param>
    /// <param name="sockets">True for real sockets and the machine's clock, like the real prompt.</param>
    public PlaygroundRig(TimeSpan? timeout = null, int width = 400, bool isChecked = false, bool sockets = false)
    {
        _console.Profile.Width = width;
        _screen = new Screen(_console);
        World = new World(standIns: sockets ? StandIns.Real : InVirtualTime());

        // Few of these tests are about the check's request, and only "v1" needs none before the first removal.
        World.Configure("startupCheck", isChecked);
        if (!isChecked)
        {
            World.Configure("api", "v1");
        }

        Session = new Session(World, _screen, timeout ?? TimeSpan.FromSeconds(10), _cancellation.Token);
    }

    public World World { get; }

    public Session Session { get; }

    /// <summary>Everything shown since the last call.</summary>
    public string NewOutput
    {
        get
        {
            var all = _console.Output;
            var fresh = all[_seen..];
            _seen = all.Length;
            return fresh;
        }
    }

    public static PlaygroundRig Started()
    {
        var rig = new PlaygroundRig();
        rig.Session.Start();
        _ = rig.NewOutput;
        return rig;
    }

    public PromptResult Run(string line) => Session.Run(line);

    /// <summary>Lets time pass while nobody types.</summary>
    public void TickUntil(Func<bool> condition) => Assert.True(World.Server.TickUntil(() =>
    {
        Session.Tick();
        return condition();
    }));

    public bool RunOneShot(params string[] lines) => new OneShot(World, Session, _screen).Run(lines, _cancellation.Token);

    /// <summary>Runs lines from a pipe.</summary>
    public bool RunPiped(string lines)
    {
        using var input = new PipedInput(new StringReader(lines), _screen, echoes: true);
        return new PromptLoop(World, Session, _screen, input).Run(_cancellation.Token);
    }

    /// <summary>Runs keys typed at a terminal, which closes after the last key.</summary>
    public bool RunTerminal(BlockingCollection<ConsoleKeyInfo> keys) =>
        new PromptLoop(World, Session, _screen, new LineEditor(_screen, keys)).Run(_cancellation.Token);

    public void Dispose()
    {
        World.Dispose();
        _console.Dispose();
        _cancellation.Dispose();
    }

    private static StandIns InVirtualTime()
    {
        var time = new VirtualTime();
        var network = new InProcessNetwork(time);
        return new StandIns(
            () => StandInCad.Start(network),
            () => DiscordWebhook.Start(network),
            (data, game, _) => new GameServer(data, game, time, new VirtualTransport(time, network)) { ScriptFactory = new ScriptFactory(time, seed: 911) });
    }
}
