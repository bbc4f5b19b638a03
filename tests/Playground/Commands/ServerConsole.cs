using System;
using System.Linq;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>The commands of the game server itself, which belong to no resource.</summary>
internal sealed class ServerConsole(World world)
{
    private static readonly string[] Names =
    [
        "set", "setr", "sets", "add_convar_permission", "add_ace", "test_ace", "add_principal", "remove_principal",
        "start", "stop", "ensure", "restart",
    ];

    public PromptResult Run(string line)
    {
        var name = InputParser.Split(line.TrimStart('/')).First;
        if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return PromptResult.Failed($"There is no command \"{name}\". Type help for a list.");
        }

        if (InputParser.Is(name, "stop") && InputParser.Split(line).Others == world.OtherResource.Name)
        {
            return PromptResult.Failed($"The Playground needs {world.OtherResource.Name} for event and export, so it can't be stopped.");
        }

        return world.Server.ConsoleCommand(line)
            ? PromptResult.Done
            : PromptResult.Failed($"The server refused {name}; its console line says why.");
    }
}
