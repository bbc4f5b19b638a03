using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>What happens to the resource itself.</summary>
internal sealed partial class ResourceCommands
{
    private const string ResponseEvent = "__cfx_internal:httpResponse";

    // Tokens count up across all resources, so a forger has to guess ahead.
    private const int Guesses = 5;

    private static readonly TimeSpan ForgeryTime = TimeSpan.FromMilliseconds(200);

    private readonly World _world;
    private readonly OutcomeTracker _outcomes;
    private readonly ActivityFeed _activity;
    private readonly IdleWaiter _idleWaiter;
    private readonly Screen _screen;

    public ResourceCommands(World world, OutcomeTracker outcomes, ActivityFeed activity, IdleWaiter idleWaiter, Screen screen)
    {
        _world = world;
        _outcomes = outcomes;
        _activity = activity;
        _idleWaiter = idleWaiter;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("restart", "stops the resource and starts it again", _ => Again(_world.RestartResource)) { MayClearCalls = true },
        new("kill", "ends the resource as a crash would, and starts it again", _ => Again(_world.KillResource))
        {
            MayClearCalls = true,
        },
        new("rename NAME", "stops the resource, renames its folder and starts it: rename my911", Rename),
        new("forge [CALL]", "player 1 forges CAD responses while the real response for CALL is held back", Forge) { MayClearCalls = true },
        new("events on|off", "shows or hides the resource's events for other resources", Events),
    ];

    private PromptResult Again(Action act)
    {
        act();
        return _world.IsResourceRunning ? PromptResult.Done : PromptResult.Failed("The resource did not start.");
    }

    private PromptResult Rename(string name)
    {
        if (!FolderName().IsMatch(name))
        {
            return PromptResult.Failed("A folder's name has 1 to 40 letters, digits, - and _. For example: rename my911");
        }

        return name == _world.ResourceName
            ? PromptResult.Failed($"The folder is already named {name}.")
            : Again(() => _world.RenameResource(name));
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$")]
    private static partial Regex FolderName();

    private PromptResult Forge(string text)
    {
        var callId = 0;
        if (text.Length > 0 && !InputParser.TryCallId(text, out callId))
        {
            return PromptResult.Failed($"\"{text}\" is not the number of a call. For example: forge 101");
        }

        _world.Server.Http.HoldResponses(true);
        try
        {
            if (callId > 0)
            {
                _screen.Say("Meanwhile, the server holds back the CAD's responses.");
                _world.Server.ConsoleCommand(string.Create(CultureInfo.InvariantCulture, $"{_world.Command} {callId}"));
                _idleWaiter.TickFor(ForgeryTime);
            }

            return FireForgeries();
        }
        finally
        {
            _world.Server.Http.HoldResponses(false);
        }
    }

    private PromptResult FireForgeries()
    {
        var before = _outcomes.Count;
        var http = _world.Server.Http;
        var forger = _world.Server.Players[0];
        for (var token = http.NextToken - http.InFlight; token < http.NextToken + Guesses; token++)
        {
            forger.TriggerServerEvent(ResponseEvent, token, 200, "API ID(s) set!", new Dictionary<string, object>(), null);
        }

        _screen.Say($"{forger.Name} forges responses to the requests in flight ({http.InFlight}) and to the next {Guesses}.");
        _idleWaiter.TickFor(ForgeryTime);
        if (_outcomes.Count > before)
        {
            return PromptResult.Failed("The resource accepted a forged response.");
        }

        _screen.Say("The resource ignored the forged responses.");
        return PromptResult.Done;
    }

    private PromptResult Events(string text)
    {
        if (!InputParser.Is(text, "on") && !InputParser.Is(text, "off"))
        {
            return PromptResult.Failed("Type events on, or events off.");
        }

        _activity.ShowsEvents = InputParser.Is(text, "on");
        return PromptResult.Done;
    }
}
