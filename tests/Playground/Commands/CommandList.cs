using System.Collections.Generic;
using System.Linq;
using Playground.Scene;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Localization;

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
        var english = new Localizer(LocaleFile.BuiltIn);
        var subcommands = SubcommandDefinitions.Table.Where(definition => definition.Help is not null).Select(
            IReadOnlyList<string> (definition) => [$"{world.Command} {definition.Word} {Parameters(definition, english)}".TrimEnd(), english.Format(definition.Help!)]);
        IReadOnlyList<string> byNumber = [$"{world.Command} CALL …", $"clears calls from the server console: {world.Command} 101 102"];
        return subcommands.Prepend(byNumber).Concat(commands.Select(IReadOnlyList<string> (command) => [command.Usage, command.Meaning]));
    }

    private static string Parameters(SubcommandDefinition definition, Localizer english) =>
        definition.HelpParameters is { } parameters ? english.Format(parameters) : string.Empty;
}
