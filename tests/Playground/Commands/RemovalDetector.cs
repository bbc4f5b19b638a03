using System.Linq;
using FxServer;
using Playground.Scene;
using SonoranCad.Remove911.Commands;

namespace Playground.Commands;

/// <summary>Whether a line would clear calls, which somebody has to agree to first if the CAD is the real one.</summary>
internal sealed class RemovalDetector(World world)
{
    public bool ClearsCalls(string line)
    {
        var (first, rest) = InputParser.Split(line);
        if (InputParser.Is(first, "as"))
        {
            (first, rest) = InputParser.Split(InputParser.Split(rest).Others);
        }

        var name = first.TrimStart('/');
        return InputParser.Is(name, "event")
            || (InputParser.Is(name, "export") && !InputParser.Is(rest, "status"))
            || (InputParser.Is(name, "forge") && rest.Length > 0)
            || (InputParser.Is(name, world.Command) && ClearsCallsOf(CommandLine.Parse($"{name} {rest}")));
    }

    private static bool ClearsCallsOf(CommandLine line)
    {
        var words = CommandWords.Read([.. line.Words.Skip(1)], line.Raw)!;
        var first = words.Count == 0 ? string.Empty : (string)words[0];
        var subcommand = SubcommandDefinitions.Table.FirstOrDefault(definition => InputParser.Is(first, definition.Word));
        return subcommand is null || subcommand.FindUsage(words) is { ClearsCalls: true };
    }
}
