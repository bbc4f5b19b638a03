using System;
using System.Collections.Generic;
using System.Threading;
using Playground.Commands;
using Playground.Display;
using Playground.Scene;

namespace Playground;

/// <summary>Runs typed lines, one at a time. A line that fails is reported, and none of them ends the Playground by accident.</summary>
internal sealed class Session
{
    private static readonly TimeSpan MomentToReact = TimeSpan.FromMilliseconds(100);

    // Retries are up to 60 s apart, but a script should not wait that long.
    private static readonly TimeSpan FinishTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MomentToFollow = TimeSpan.FromSeconds(1);

    private readonly World _world;
    private readonly Screen _screen;
    private readonly ActivityFeed _activity;
    private readonly IdleWaiter _idleWaiter;
    private readonly ClearCommands _clearing;
    private readonly PendingLines _pending = new();
    private readonly CommandList _commands;
    private readonly RemovalDetector _removals;

    /// <param name="world">Its resource is started by <see cref="Start"/>.</param>
    /// <param name="screen">Where everything is shown.</param>
    /// <param name="timeout">How long a line may keep the next one waiting.</param>
    /// <param name="ending">Ends all waiting.</param>
    /// <param name="activityScreen">Where it is shown what happens; <paramref name="screen"/> if null.</param>
    public Session(World world, Screen screen, TimeSpan timeout, CancellationToken ending, Screen? activityScreen = null)
    {
        _world = world;
        _screen = screen;
        screen.Secrets.Add(World.ApiKey);
        screen.Secrets.Add(world.Discord.Url.Segments[^1]);
        screen.Secrets.Add(world.Live?.Settings.ApiKey ?? string.Empty);
        var outcomes = new OutcomeTracker(world.OtherResource);
        var console = new ServerConsole(world);
        _activity = new ActivityFeed(world, outcomes, activityScreen ?? screen);
        _idleWaiter = new IdleWaiter(world, _activity, screen, timeout, ending);
        _clearing = new ClearCommands(world, outcomes, _activity, console);
        CadCommands = new CadCommands(world, screen);
        PlayerCommands = new PlayerCommands(world, screen);
        _removals = new RemovalDetector(world);

        // The real CAD has a page of its own for these.
        List<PromptCommand> ofCad = world.Live is not null
            ? []
            : [.. CadCommands.All, .. new PushCommands(world, screen).All, .. new FaultCommands(world, screen).All];
        _commands = new CommandList(
            world,
            [
                .. _clearing.All,
                .. ofCad,
                .. PlayerCommands.All,
                .. new NotificationResourceCommands(world, screen, console.Run).All,
                .. new ConfigCommands(world, screen).All,
                .. new AuditAndWebhookCommands(world, screen).All,
                .. new ResourceCommands(world, outcomes, _activity, _idleWaiter, screen).All,
                .. new LocaleCommands(world, screen).All,
                new("help", "shows this list", _ => Help()),
                new("quit", "ends the Playground, as Ctrl+C does", _ => Quit()),
            ]);
    }

    /// <summary>Whether the person asked to leave.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the resource is at work, for example because a removal is pending.</summary>
    public bool IsWaiting => _pending.Any || !_idleWaiter.IsIdle;

    public bool HasActivity => _activity.HasActivity || _pending.HasResults;

    public CadCommands CadCommands { get; }

    public PlayerCommands PlayerCommands { get; }

    /// <summary>Starts the resource and shows what it prints.</summary>
    public void Start()
    {
        _world.StartResource();
        _idleWaiter.WaitUntilIdle();
    }

    /// <summary>Lets the server tick once while nobody types.</summary>
    public void Tick()
    {
        _world.Server.Tick();
        _pending.Update(_idleWaiter.IsIdle);
    }

    public void ShowActivity()
    {
        _activity.Show();
        _pending.ShowResults(_screen);
    }

    /// <summary>Whether somebody has to agree before the line is run, because it clears calls in the real CAD.</summary>
    public bool NeedsConfirmation(string line) => _world.Live is not null && !_world.AreRemovalsConfirmed && _removals.ClearsCalls(line);

    /// <summary>Somebody has agreed to this removal and to those that follow.</summary>
    public void ConfirmRemovals() => _world.AreRemovalsConfirmed = true;

    public PromptResult Run(string line)
    {
        _screen.Secrets.Learn(line);
        if (NeedsConfirmation(line))
        {
            return PromptResult.Failed("You did not confirm, so nothing was cleared.");
        }

        try
        {
            var wasWaiting = IsWaiting;
            return Settle(line, Dispatch(line.Trim()), wasWaiting);
        }
        catch (Exception failure)
        {
            // Whatever was typed, the next line must work.
            _activity.Show();
            return PromptResult.Failed($"That did not work: {failure.Message}");
        }
    }

    /// <summary>Waits for the lines that have no result yet.</summary>
    /// <returns>Whether all lines that were pending in this session are done.</returns>
    public bool Finish()
    {
        if (_pending.Any && !IsOver)
        {
            _idleWaiter.WaitUntil(isIdle => !_pending.Update(isIdle), FinishTimeout);
        }

        _pending.GiveUp();
        ShowActivity();
        return _pending.AreAllDone;
    }

    /// <summary>Whether the line may clear calls: any line may, except for some of the Playground's own commands.</summary>
    public bool MayClearCalls(string line) => _commands.Find(line.Trim())?.MayClearCalls ?? true;

    private PromptResult Settle(string line, PromptResult result, bool wasWaiting)
    {
        if (result.Later is not { } later)
        {
            // If something else is pending, this line must not wait for it.
            if (wasWaiting)
            {
                _idleWaiter.TickFor(MomentToReact);
            }
            else
            {
                _idleWaiter.WaitUntilIdle();
            }

            return result;
        }

        if (WaitForResult(later, wasWaiting) is { } known)
        {
            return known;
        }

        _pending.Add(line, later);
        return result with { Reason = "This is still pending. Its result is shown as soon as it is known." };
    }

    private PromptResult? WaitForResult(Func<bool, PromptResult?> later, bool wasWaiting)
    {
        PromptResult? known = null;
        var knownAt = TimeSpan.Zero;
        _idleWaiter.WaitUntil(isIdle =>
        {
            if (known is null)
            {
                known = later(isIdle);
                knownAt = _world.Server.Elapsed;
            }

            // What follows a result, such as a post to Discord, may take long if it fails.
            return known is not null && (isIdle || wasWaiting || _world.Server.Elapsed - knownAt > MomentToFollow);
        });
        return known;
    }

    private PromptResult Dispatch(string line)
    {
        if (line.Length == 0)
        {
            return PromptResult.Done;
        }

        if (_commands.Find(line) is not { } command)
        {
            return _clearing.Console(line);
        }

        var words = InputParser.Split(line).Others;
        return words.Length == 0 || command.TakesWords
            ? command.Run(words)
            : PromptResult.Failed($"{command.Name} takes no arguments.");
    }

    private PromptResult Help()
    {
        _screen.Table(["Type", "What happens"], _commands.Help());
        return PromptResult.Done;
    }

    private PromptResult Quit()
    {
        IsOver = true;
        return PromptResult.Done;
    }
}
