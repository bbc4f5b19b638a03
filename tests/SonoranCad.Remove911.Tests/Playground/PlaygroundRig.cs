using System;
using System.IO;
using System.Threading;
using CadServer;
using CadServer.Discord;
using FxServer;
using Playground;
using Playground.Commands;
using Playground.Display;
using Playground.Scene;
using SonoranCad.Remove911.Tests.Support;
using Spectre.Console.Testing;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.Playground;

/// <summary>The playground in virtual time, on a console that keeps what is shown.</summary>
internal sealed class PlaygroundRig : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TestConsole _console = new();
    private readonly Screen _screen;
    private int _seen;

    /// <param name="patience">Ample unless a test wants to see it run out.</param>
    /// <param name="isChecked">Whether the account is checked at the start, as it is in earnest.</param>
    /// <param name="width">Wide, so that a sentence stands on one line.</param>
    /// <param name="sockets">True for real sockets and the machine's clock, as somebody at the prompt has them.</param>
    public PlaygroundRig(TimeSpan? patience = null, int width = 400, bool isChecked = false, bool sockets = false)
    {
        _console.Profile.Width = width;
        _screen = new Screen(_console);
        World = new World(standIns: sockets ? StandIns.Real : InVirtualTime());

        // A request of its own, which few tests here are about.
        World.Configure("startupCheck", isChecked);
        Session = new Session(World, _screen, patience ?? TimeSpan.FromSeconds(10), _cancellation.Token);
    }

    public World World { get; }

    public Session Session { get; }

    /// <summary>All that was shown since the last time.</summary>
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

    public bool RunOneShot(params string[] lines) => new OneShot(World, Session, _screen).Run(lines, _cancellation.Token);

    public void RunPrompt(string typed) =>
        new PromptLoop(World, Session, _screen, new StringReader(typed), echoes: true).Run(_cancellation.Token);

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
            (data, game) => new GameServer(data, game, time, new VirtualTransport(time, network)) { ScriptFactory = new ScriptFactory(time, seed: 911) });
    }
}
