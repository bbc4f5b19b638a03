using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;
using SonoranCad.Remove911.Commands;

namespace Playground.Commands;

/// <summary>The ways to ask the resource: commands of the server, its event, its export.</summary>
internal sealed class ClearCommands
{
    private const string ClearEvent = "sonorancad-remove911:clear";
    private const string ClearCommand = "clear911";

    // The server's own, which belong to no resource.
    private static readonly string[] ServerWords =
    [
        "set", "setr", "sets", "add_convar_permission", "add_ace", "test_ace", "add_principal", "remove_principal",
        "start", "stop", "ensure", "restart",
    ];

    private readonly World _world;
    private readonly OutcomeTracker _outcomes;
    private readonly ActivityFeed _activity;
    private readonly IdleWaiter _idleWaiter;

    public ClearCommands(World world, OutcomeTracker outcomes, ActivityFeed news, IdleWaiter settling)
    {
        _world = world;
        _outcomes = outcomes;
        _activity = news;
        _idleWaiter = settling;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("as PLAYER COMMAND", "a player types a command, or fires the event: as 2 clear911 101, as 2 event 101, or his chat loads: as 2 chat", As) { MayClearCalls = true },
        new("event ARGUMENT", "the resource dispatch fires the event: event 101, event [101, \"x\", null]", Event) { MayClearCalls = true },
        new("export ARGUMENT", "the resource dispatch calls the export: export 101 102, export status", Export) { MayClearCalls = true },
    ];

    /// <summary>A line as typed into the server's console, the resource's command among them.</summary>
    public PromptResult Console(string line)
    {
        var (name, rest) = InputParser.Split(line);
        if (_world.Server.HasCommand(name))
        {
            return Ask(() => _world.Server.ConsoleCommand(line), name, rest);
        }

        if (!ServerWords.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return PromptResult.Failed($"There is no command \"{name}\". Type help to see what there is.");
        }

        // What it has to say of its own commands, such as a wrong number of words, it prints itself.
        var printed = _world.Server.Console.Lines.Count;
        _world.Server.ConsoleCommand(line);
        var knows = !_world.Server.Console.Lines.Skip(printed).Any(said => said.StartsWith("No such command", StringComparison.Ordinal));
        return knows ? PromptResult.Done : PromptResult.Failed($"The server's {name} takes other words.");
    }

    private static bool IsClear(string name) => string.Equals(name, ClearCommand, StringComparison.OrdinalIgnoreCase);

    private PromptResult As(string text)
    {
        var (number, line) = InputParser.Split(text);
        var player = _world.Server.Players.FirstOrDefault(one => one.NetId.ToString(CultureInfo.InvariantCulture) == number);
        if (player is null)
        {
            return PromptResult.Failed($"\"{number}\" is no player's number. Type players to see who is there.");
        }

        var (name, rest) = InputParser.Split(line);
        if (name == "event")
        {
            return Fire(rest, args => player.TriggerServerEvent(ClearEvent, args), callback: null);
        }

        if (line == "chat")
        {
            return Ask(player.ChatReady, calls: null);
        }

        if (IsClear(name.TrimStart('/')) && !_world.MayClear(player))
        {
            return Refused(player, line);
        }

        return _world.Server.HasCommand(name.TrimStart('/'))
            ? Ask(() => player.Command(line), name.TrimStart('/'), rest)
            : PromptResult.Failed($"A player has no command \"{name}\". Try: as {number} clear911 101");
    }

    private PromptResult Refused(FxPlayer player, string line)
    {
        _ = Ask(() => player.Command(line), calls: null);
        return PromptResult.Failed($"{player.Name} may not clear calls.");
    }

    private PromptResult Event(string text) =>
        Fire(text, args => _world.OtherResource.TriggerEvent(ClearEvent, args), _activity.Callback());

    private PromptResult Export(string text) => text == "status"
        ? Status()
        : Fire(text, args => _world.OtherResource.CallExport(_world.ResourceName, ClearCommand, args), _activity.Callback());

    private PromptResult Status()
    {
        _activity.Report("export", Json.Write(_world.OtherResource.CallExport(_world.ResourceName, "status")));
        return PromptResult.Done;
    }

    private PromptResult Fire(string text, Action<object?[]> fire, Func<object?[], object?>? callback)
    {
        var argument = text.Length == 0 ? null : InputParser.Argument(text);
        return Ask(() => fire(callback is null ? [argument] : [argument, callback]), InputParser.CallNumbers(argument));
    }

    private PromptResult Ask(Action act, string name, string words)
    {
        if (!IsClear(name))
        {
            return Ask(act, calls: null);
        }

        var arguments = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var word = arguments.FirstOrDefault() ?? string.Empty;
        var subcommand = SubcommandDefinitions.Table.FirstOrDefault(definition => definition.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
        if (subcommand is null)
        {
            return Ask(act, InputParser.CallNumbers(words));
        }

        // Which calls "last" and "all confirm" mean is the resource's to say.
        var result = Ask(act, calls: null);
        return result.IsDone && subcommand.FindUsage(arguments) is { ClearsCalls: true } && !_outcomes.AreAllCleared
            ? PromptResult.Failed("Not all calls that this asked for were cleared.")
            : result;
    }

    /// <param name="act">Asks.</param>
    /// <param name="calls">What it asked for; null when it was about something else, and is done once it ran.</param>
    private PromptResult Ask(Action act, IReadOnlyList<int>? calls)
    {
        _outcomes.Reset();
        act();
        if (!_idleWaiter.WaitUntilIdle())
        {
            return PromptResult.Failed("Something is still under way: what comes of it is shown when it comes.");
        }

        return calls is null ? PromptResult.Done : Verdict(calls);
    }

    private PromptResult Verdict(IReadOnlyList<int> calls)
    {
        var left = _outcomes.NotCleared(calls);
        return (calls.Count, left.Count) switch
        {
            (0, _) => PromptResult.Failed("No call was named."),
            (_, 0) => PromptResult.Done,
            (_, 1) => PromptResult.Failed($"Call {left[0]} was not cleared."),
            _ => PromptResult.Failed($"Calls {string.Join(", ", left)} were not cleared."),
        };
    }
}
