using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Playground.Commands;
using Playground.Display;
using Playground.Scene;

namespace Playground;

/// <summary>Runs what is typed, one line at a time. A line that fails is told so; none ends the playground by accident.</summary>
internal sealed class Session
{
    private readonly World _world;
    private readonly Screen _screen;
    private readonly ActivityFeed _activity;
    private readonly IdleWaiter _idleWaiter;
    private readonly ClearCommands _clearing;
    private readonly IReadOnlyList<PromptCommand> _commands;

    /// <param name="world">Its resource is started by <see cref="Start"/>.</param>
    /// <param name="screen">Where everything is shown.</param>
    /// <param name="patience">How long a command is waited for.</param>
    /// <param name="ending">Cut short what is waited for.</param>
    public Session(World world, Screen screen, TimeSpan patience, CancellationToken ending)
    {
        _world = world;
        _screen = screen;
        var outcomes = new OutcomeTracker(world.OtherResource);
        _activity = new ActivityFeed(world, outcomes, screen);
        _idleWaiter = new IdleWaiter(world, _activity, patience, ending);
        _clearing = new ClearCommands(world, outcomes, _activity, _idleWaiter);
        CadCommands = new CadCommands(world, screen);
        PlayerCommands = new PlayerCommands(world, screen);
        _commands =
        [
            .. _clearing.All,
            .. CadCommands.All,
            .. new PushCommands(world, screen).All,
            .. new FaultCommands(world, screen).All,
            .. PlayerCommands.All,
            .. new NotificationResourceCommands(world, screen, _clearing.Console).All,
            .. new ConfigCommands(world, screen).All,
            .. new AuditAndWebhookCommands(world, screen).All,
            .. new ResourceCommands(world, outcomes, _activity, _idleWaiter, screen).All,
            .. new LocaleCommands(world, screen).All,
            new("help", "this list", _ => Help()),
            new("quit", "ends the playground, as Ctrl+C does", _ => Quit()),
        ];
    }

    /// <summary>Whether the person asked to leave.</summary>
    public bool IsOver { get; private set; }

    public bool HasActivity => _activity.HasActivity;

    public CadCommands CadCommands { get; }

    public PlayerCommands PlayerCommands { get; }

    /// <summary>Starts the resource and shows what it says to that.</summary>
    public void Start()
    {
        _world.StartResource();
        _idleWaiter.WaitUntilIdle();
    }

    /// <summary>One tick while nobody waits: an answer may come late.</summary>
    public void Tick() => _world.Server.Tick();

    public void ShowActivity() => _activity.Show();

    public PromptResult Run(string line)
    {
        try
        {
            var result = Dispatch(line.Trim());
            return _idleWaiter.WaitUntilIdle() || !result.IsDone ? result : PromptResult.Failed("Something is still under way.");
        }
        catch (Exception failure)
        {
            // Whatever was typed, the next line shall be readable.
            _activity.Show();
            return PromptResult.Failed($"That did not work: {failure.Message}");
        }
    }

    /// <summary>Whether the line may clear calls: all but those of the prompt's own words that don't.</summary>
    public bool MayClearCalls(string line) => Find(line)?.MayClearCalls ?? true;

    private PromptResult Dispatch(string line) => line.Length == 0
        ? PromptResult.Done
        : Find(line) is { } command ? command.Run(InputParser.Split(line).Others) : _clearing.Console(line);

    private PromptCommand? Find(string line)
    {
        var (name, rest) = InputParser.Split(line);
        // "restart dispatch" is the server's own command, "restart" the prompt's.
        return name == "restart" && rest.Length > 0 ? null : _commands.FirstOrDefault(known => known.Name == name);
    }

    private PromptResult Help()
    {
        var rows = _commands.Select(command => new[] { command.Usage, command.Meaning })
            .Prepend(["clear911 all", "counts the open calls; clear911 all confirm clears those"])
            .Prepend(["clear911 last", "clears the newest open call"])
            .Prepend(["clear911", "which calls are open, as the resource knows it"])
            .Prepend(["clear911 CALL …", "the server's console clears calls: clear911 101 102"]);
        _screen.Table(["Type", "What happens"], rows);
        return PromptResult.Done;
    }

    private PromptResult Quit()
    {
        IsOver = true;
        return PromptResult.Done;
    }
}
