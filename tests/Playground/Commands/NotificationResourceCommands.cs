using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Lets the resources come and go that show players notifications. Only their names are played, and their clients.</summary>
internal sealed class NotificationResourceCommands
{
    private static readonly string[] Known = ["ox_lib", "sonorancad"];

    private readonly World _world;
    private readonly Screen _screen;
    private readonly Func<string, PromptResult> _server;
    private readonly Dictionary<string, OtherResource> _started = [];

    /// <param name="world">The server is its.</param>
    /// <param name="screen">Where it is said.</param>
    /// <param name="server">Runs a line in the server's console, which knows all other resources.</param>
    public NotificationResourceCommands(World world, Screen screen, Func<string, PromptResult> server)
    {
        _world = world;
        _screen = screen;
        _server = server;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("start RESOURCE", "ox_lib or sonorancad runs from now on, and shows players their answers: start ox_lib", Start),
        new("stop RESOURCE", "it runs no more: stop ox_lib", Stop),
    ];

    private PromptResult Start(string name)
    {
        if (!Known.Contains(name))
        {
            return _server("start " + name);
        }

        if (IsUp(name))
        {
            return PromptResult.Failed($"{name} runs already.");
        }

        _started[name] = _world.Server.AddResource(name);
        _screen.Say($"{name} runs.");
        return PromptResult.Done;
    }

    private PromptResult Stop(string name)
    {
        if (!Known.Contains(name))
        {
            return _server("stop " + name);
        }

        if (!IsUp(name))
        {
            return PromptResult.Failed($"{name} does not run.");
        }

        _world.Server.StopResource(name);
        _screen.Say($"{name} runs no more.");
        return PromptResult.Done;
    }

    private bool IsUp(string name) => _started.TryGetValue(name, out var resource) && resource.IsRunning;
}
