using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Starts and stops the resources that show notifications to players. Only their names and clients are simulated.</summary>
internal sealed class NotificationResourceCommands
{
    private static readonly string[] Names = ["ox_lib", SonoranCadResource.ResourceName];

    private readonly World _world;
    private readonly Screen _screen;
    private readonly Func<string, PromptResult> _server;

    /// <param name="world">Has the server.</param>
    /// <param name="screen">Where the results are shown.</param>
    /// <param name="server">Runs a line in the server console, for all other resources.</param>
    public NotificationResourceCommands(World world, Screen screen, Func<string, PromptResult> server)
    {
        _world = world;
        _screen = screen;
        _server = server;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("start RESOURCE", "starts ox_lib or sonorancad, which then shows the replies to players: start ox_lib", Start),
        new("stop RESOURCE", "stops it: stop ox_lib", Stop),
    ];

    private static string? Known(string text) => Names.FirstOrDefault(name => InputParser.Is(text, name));

    private PromptResult Start(string text)
    {
        if (Known(text) is not { } name)
        {
            return _server("start " + text);
        }

        if (_world.Server.IsRunning(name))
        {
            return PromptResult.Failed($"{name} is already running.");
        }

        _world.Server.AddResource(name);
        _screen.Say($"{name} has started.");
        return PromptResult.Done;
    }

    private PromptResult Stop(string text)
    {
        if (Known(text) is not { } name)
        {
            return _server("stop " + text);
        }

        if (!_world.Server.IsRunning(name))
        {
            return PromptResult.Failed($"{name} is not running.");
        }

        _world.Server.StopResource(name);
        if (name == SonoranCadResource.ResourceName)
        {
            // Its push events end with it.
            _world.SonoranCad = null;
        }

        _screen.Say($"{name} has stopped.");
        return PromptResult.Done;
    }
}
