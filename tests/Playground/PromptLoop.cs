using System;
using System.Threading;
using Playground.Display;
using Playground.Input;
using Playground.Scene;

namespace Playground;

/// <summary>Asks for lines until there are no more. While somebody thinks, the server keeps ticking.</summary>
internal sealed class PromptLoop
{
    private static readonly TimeSpan IdleTick = TimeSpan.FromMilliseconds(20);

    private readonly World _world;
    private readonly Session _session;
    private readonly Screen _screen;
    private readonly IPromptInput _input;

    public PromptLoop(World world, Session session, Screen screen, IPromptInput input)
    {
        _world = world;
        _session = session;
        _screen = screen;
        _input = input;
    }

    /// <returns>
    /// Whether every line did what it asked for. At a terminal, where a person has seen the results, always true.
    /// </returns>
    public bool Run(CancellationToken ending)
    {
        Welcome();
        var allDone = true;
        while (!_session.IsOver && !ending.IsCancellationRequested)
        {
            _input.Show(_session.IsWaiting);
            if (Next(ending) is not { } line)
            {
                _screen.BlankLine();
                break;
            }

            if (_session.NeedsConfirmation(line) && LiveQuestion.IsYes(_world, _screen, () => Next(ending)))
            {
                _session.ConfirmRemovals();
            }

            var result = _session.Run(line);
            if (!result.IsDone)
            {
                _screen.Problem(result.Reason);
            }

            allDone &= result.IsDone || result.IsPending;
            _screen.BlankLine();
        }

        return _input.IsInteractive || (_session.Finish() && allDone && !ending.IsCancellationRequested);
    }

    private void Welcome()
    {
        _screen.Heading("A game server with sonorancad-remove911, and a Sonoran CAD.");
        if (_world.Live is not null)
        {
            LiveQuestion.Warn(_world, _screen);
        }
        else
        {
            _screen.Say("Both are stand-ins: nothing leaves this machine.");
            _screen.Line("CAD", $"{_world.Cad.Url} with the made-up community {World.CommunityId}");
        }

        _screen.Line("config", _world.ConfigFile);
        _session.PlayerCommands.Players();
        if (_world.Live is null)
        {
            _session.CadCommands.Calls();
        }

        _session.Start();
        _screen.BlankLine();
        ShowExamples();
    }

    private void ShowExamples()
    {
        if (_world.Live is not null)
        {
            _screen.Example("clear911", "list the open calls of your community");
            _screen.Example("clear911 status", "show whether the CAD accepts your key");
        }
        else
        {
            _screen.Example("clear911 101", "clear a call from the server console");
            _screen.Example("as 2 clear911 102", "clear a call as player 2; player 1 has no permission");
            _screen.Example("fail 429", "the CAD refuses the next request; then clear a call");
        }

        _screen.Example("start ox_lib", "replies become notifications");
        _screen.Example("help", "list all commands");
        _screen.Example("quit", "end the Playground, as Ctrl+C does");
        _screen.BlankLine();
    }

    private string? Next(CancellationToken ending)
    {
        var wasWaiting = _session.IsWaiting;
        while (!_input.IsOver && !ending.IsCancellationRequested)
        {
            if (_input.TryRead(IdleTick, out var line))
            {
                return line;
            }

            _session.Tick();
            if (_session.HasActivity)
            {
                _input.Hide();
                _session.ShowActivity();
                _input.Show(_session.IsWaiting);
            }
            else if (_input.IsInteractive && wasWaiting != _session.IsWaiting)
            {
                _input.Hide();
                _input.Show(_session.IsWaiting);
            }

            wasWaiting = _session.IsWaiting;
        }

        return null;
    }
}
