using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;
using SonoranCad.Remove911.Removals;

namespace Playground.Commands;

/// <summary>The ways to ask the resource: its command, its event, its export.</summary>
internal sealed class ClearCommands
{
    private const string ClearEvent = "sonorancad-remove911:clear";
    private const string ClearExport = "clear911";

    private readonly World _world;
    private readonly ActivityFeed _activity;
    private readonly ResourceRequests _requests;
    private readonly ServerConsole _console;

    public ClearCommands(World world, OutcomeTracker outcomes, ActivityFeed activity, ServerConsole console)
    {
        _world = world;
        _activity = activity;
        _requests = new ResourceRequests(world, outcomes);
        _console = console;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("as PLAYER COMMAND", "a player types a command: as 2 clear911 101", As) { MayClearCalls = true },
        new("as PLAYER event ARGUMENT", "a player's game fires the event: as 2 event 101", As) { MayClearCalls = true },
        new("as PLAYER chat", "a player's chat loads and shows its suggestions: as 2 chat", As) { MayClearCalls = true },
        new("event ARGUMENT", "the resource dispatch fires the event: event 101, event [101, \"x\", null]", Event) { MayClearCalls = true },
        new("export ARGUMENT", "the resource dispatch calls the export: export 101 102", Export) { MayClearCalls = true },
        new("export status", "the resource dispatch asks for the status", Export),
    ];

    /// <summary>Runs a line of the server console: the resource's command, or one of the server.</summary>
    public PromptResult Console(string line)
    {
        line = line.TrimStart('/');
        var name = InputParser.Split(line).First;
        if (InputParser.Is(name, _world.Command) && _world.IsResourceRunning)
        {
            return _requests.Command(() => _world.Server.ConsoleCommand(line), CommandLine.Parse(line), player: null);
        }

        if (_world.Server.HasCommand(name))
        {
            _world.Server.ConsoleCommand(line);
            return PromptResult.Done;
        }

        return _console.Run(line);
    }

    private PromptResult As(string text)
    {
        var (number, line) = InputParser.Split(text);
        var player = _world.Server.Players.FirstOrDefault(one => one.NetId.ToString(CultureInfo.InvariantCulture) == number);
        if (player is null)
        {
            return PromptResult.Failed($"There is no player \"{number}\". Type players for a list.");
        }

        var (name, rest) = InputParser.Split(line);
        if (InputParser.Is(name, "event"))
        {
            return Fire(rest, args => player.TriggerServerEvent(ClearEvent, args), callback: null, player);
        }

        if (InputParser.Is(line, "chat"))
        {
            player.ChatReady();
            return PromptResult.Done;
        }

        if (!_world.Server.HasCommand(name.TrimStart('/')))
        {
            return PromptResult.Failed($"Players have no command \"{name}\". Try: as {number} {_world.Command} 101");
        }

        return _requests.Command(() => player.Command(line), CommandLine.Parse(line.TrimStart('/')), player);
    }

    private PromptResult Event(string text) =>
        Fire(text, args => _world.OtherResource.TriggerEvent(ClearEvent, args), _activity.Callback(), player: null);

    private PromptResult Export(string text)
    {
        if (!InputParser.Is(text, "status"))
        {
            return Fire(text, args => _world.OtherResource.CallExport(_world.ResourceName, ClearExport, args), _activity.Callback(), player: null);
        }

        _activity.Report("export", Json.Write(_world.OtherResource.CallExport(_world.ResourceName, "status")));
        return PromptResult.Done;
    }

    private PromptResult Fire(string text, Action<object?[]> fire, Func<object?[], object?>? callback, FxPlayer? player)
    {
        var argument = text.Length == 0 ? null : InputParser.Argument(text);
        return _requests.Calls(
            () => fire(callback is null ? [argument] : [argument, callback]), CallIdArgumentParser.Parse(argument), player);
    }
}
