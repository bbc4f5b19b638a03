using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using Playground.Display;
using Playground.Scene;

namespace Playground;

/// <summary>Asks for lines until there are no more. While somebody thinks, the server goes on ticking.</summary>
internal sealed class PromptLoop
{
    private static readonly TimeSpan IdleTick = TimeSpan.FromMilliseconds(20);

    private readonly World _world;
    private readonly Session _session;
    private readonly Screen _screen;
    private readonly TextReader _input;
    private readonly bool _echoes;

    /// <param name="world">Shown in the welcome.</param>
    /// <param name="session">Runs the lines.</param>
    /// <param name="screen">Where everything is shown.</param>
    /// <param name="input">Read on a thread of its own, since reading blocks.</param>
    /// <param name="echoes">Shows each line, for an input that no terminal shows.</param>
    public PromptLoop(World world, Session session, Screen screen, TextReader input, bool echoes)
    {
        _world = world;
        _session = session;
        _screen = screen;
        _input = input;
        _echoes = echoes;
    }

    public void Run(CancellationToken ending)
    {
        Welcome();
        using var lines = new BlockingCollection<string>();
        // A background thread: one that waits for a key must not keep the process alive.
        new Thread(() => Read(lines)) { IsBackground = true }.Start();
        while (!_session.IsOver && !ending.IsCancellationRequested)
        {
            _screen.Prompt();
            if (Next(lines, ending) is not { } line)
            {
                _screen.BlankLine();
                break;
            }

            var result = _session.Run(line);
            if (!result.IsDone)
            {
                _screen.Problem(result.Reason);
            }

            _screen.BlankLine();
        }
    }

    private void Welcome()
    {
        _screen.Heading("A game server with sonorancad-remove911, and a Sonoran CAD.");
        _screen.Say("Both are stand-ins: nothing leaves this machine.");
        _screen.Line("CAD", $"{_world.Cad.Url} community {World.CommunityId}, made up");
        _screen.Line("config", _world.ConfigFile);
        _session.PlayerCommands.Players();
        _session.CadCommands.Calls();
        _session.Start();
        _screen.BlankLine();
        _screen.Example("clear911 101", "clear a call from the server console");
        _screen.Example("as 2 clear911 102", "as a player does who may; player 1 may not");
        _screen.Example("fail 429", "the CAD refuses the next request: clear a call then");
        _screen.Example("start ox_lib", "answers are notifications then; as 2 chat: what a chat offers");
        _screen.Example("help", "all there is; quit or Ctrl+C ends it");
        _screen.BlankLine();
    }

    private void Read(BlockingCollection<string> lines)
    {
        try
        {
            while (_input.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            lines.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
            // The playground ended before the input did, and nobody waits for more.
        }
    }

    private string? Next(BlockingCollection<string> lines, CancellationToken ending)
    {
        while (!lines.IsCompleted && !ending.IsCancellationRequested)
        {
            if (lines.TryTake(out var line, IdleTick))
            {
                if (_echoes)
                {
                    _screen.Echo(line);
                }

                return line;
            }

            _session.Tick();
            if (_session.HasActivity)
            {
                _screen.BlankLine();
                _session.ShowActivity();
                _screen.Prompt();
            }
        }

        return null;
    }
}
