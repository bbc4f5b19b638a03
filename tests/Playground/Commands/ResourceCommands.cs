using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>What befalls the resource itself.</summary>
internal sealed partial class ResourceCommands
{
    private const string AnswerEvent = "__cfx_internal:httpResponse";

    // Tokens count up across all resources, so whoever forges has to guess ahead.
    private const int Guesses = 5;

    private static readonly TimeSpan ForgeryTime = TimeSpan.FromMilliseconds(200);

    private readonly World _world;
    private readonly OutcomeTracker _outcomes;
    private readonly ActivityFeed _activity;
    private readonly IdleWaiter _idleWaiter;
    private readonly Screen _screen;

    public ResourceCommands(World world, OutcomeTracker outcomes, ActivityFeed news, IdleWaiter settling, Screen screen)
    {
        _world = world;
        _outcomes = outcomes;
        _activity = news;
        _idleWaiter = settling;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("restart", "stops the resource and starts it again, which lets it try a refused API key again", _ => Again(_world.RestartResource)) { MayClearCalls = true },
        new("kill", "the resource ends without being told, as in a crash, and starts again", _ => Again(_world.KillResource))
        {
            MayClearCalls = true,
        },
        new("rename NAME", "stops the resource, gives its folder another name, and starts it under that: rename my911", Rename),
        new("forge [CALL]", "player 1 fires forged answers of the CAD, while the real one to clear911 CALL is held back", Forge) { MayClearCalls = true },
        new("events on|off", "also shows what the resource tells other resources", Events),
    ];

    private static PromptResult Again(Action act)
    {
        act();
        return PromptResult.Done;
    }

    private PromptResult Rename(string name)
    {
        if (!FolderName().IsMatch(name))
        {
            return PromptResult.Failed("A folder's name here is of letters, digits, - and _, for example: rename my911");
        }

        _world.RenameResource(name);
        return PromptResult.Done;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$")]
    private static partial Regex FolderName();

    private PromptResult Forge(string call)
    {
        _world.Server.Http.HoldResponses(true);
        try
        {
            if (call.Length > 0)
            {
                _screen.Say("The server holds the CAD's answers back meanwhile.");
                _world.Server.ConsoleCommand("clear911 " + call);
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
        _outcomes.Reset();
        var http = _world.Server.Http;
        var forger = _world.Server.Players[0];
        for (var token = http.NextToken - http.InFlight; token < http.NextToken + Guesses; token++)
        {
            forger.TriggerServerEvent(AnswerEvent, token, 200, "API ID(s) set!", new Dictionary<string, object>(), null);
        }

        _screen.Say($"{forger.Name} fires forged answers to the requests under way ({http.InFlight}) and the next {Guesses}.");
        _idleWaiter.TickFor(ForgeryTime);
        if (!_outcomes.IsEmpty)
        {
            return PromptResult.Failed("A forged answer was believed.");
        }

        _screen.Say("No forged answer was believed.");
        return PromptResult.Done;
    }

    private PromptResult Events(string text)
    {
        if (text is not ("on" or "off"))
        {
            return PromptResult.Failed("Type events on or events off.");
        }

        _activity.ShowsEvents = text == "on";
        return PromptResult.Done;
    }
}
