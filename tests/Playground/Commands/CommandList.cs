using System.Collections.Generic;
using System.Linq;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>The Playground's own commands. A line that names none of them is for the server console.</summary>
internal sealed class CommandList(World world, IReadOnlyList<PromptCommand> commands)
{
    /// <summary>The command that a line names, or null.</summary>
    public PromptCommand? Find(string line)
    {
        var (typed, rest) = InputParser.Split(line);
        var name = typed.TrimStart('/');

        // "restart dispatch" is the server's command, and with a slash the resource's command comes before the Playground's.
        if ((InputParser.Is(name, "restart") && rest.Length > 0) || (typed != name && InputParser.Is(name, world.Command)))
        {
            return null;
        }

        var named = commands.Where(known => InputParser.Is(name, known.Name)).ToList();
        return named.Find(known => known.TakesWords && rest.Length > 0) ?? named.FirstOrDefault();
    }

    /// <summary>What can be typed and what it does, the resource's command first.</summary>
    public IEnumerable<IReadOnlyList<string>> Help()
    {
        var name = world.Command;
        IReadOnlyList<string>[] first =
        [
            [$"{name} CALL …", $"clears calls from the server console: {name} 101 102"],
            [name, "lists the open calls that the resource knows"],
            [$"{name} last", "clears the newest open call"],
            [$"{name} all", $"counts the open calls; {name} all confirm clears them"],
            [$"{name} status", "shows the resource's state"],
            [$"{name} reload", "applies config.json"],
        ];
        return first.Concat(commands.Select(IReadOnlyList<string> (command) => [command.Usage, command.Meaning]));
    }
}
