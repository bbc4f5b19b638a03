using System.Collections.Generic;
using FxServer;

namespace Playground;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Game">The game that the server runs.</param>
/// <param name="Lines">The commands to run; if there are none, the Playground shows its prompt.</param>
/// <param name="ShowsHelp">Whether to show the usage and do nothing else.</param>
/// <param name="Unknown">An option that there is not, or null.</param>
internal sealed record Options(FxGame Game, IReadOnlyList<string> Lines, bool ShowsHelp, string? Unknown)
{
    public static string Usage { get; } = """
        Runs sonorancad-remove911 on a stand-in game server, with a stand-in Sonoran CAD.

        dotnet run --project tests/Playground                        shows a prompt
        dotnet run --project tests/Playground -- "clear911 101" …    runs these commands and exits
        dotnet run --project tests/Playground < file                 runs the commands in a file

        --redm        the server runs RedM, not FiveM
        -h, --help    shows this text

        The exit code is 0 if every command did what it asked for, otherwise 1.
        Type help at the prompt for the commands.
        """;

    /// <summary>Options may stand anywhere, in any letter case.</summary>
    public static Options Parse(IEnumerable<string> arguments)
    {
        var options = new Options(FxGame.Gta5, [], ShowsHelp: false, Unknown: null);
        foreach (var argument in arguments)
        {
            options = argument.ToUpperInvariant() switch
            {
                "--REDM" => options with { Game = FxGame.Rdr3 },
                "--HELP" or "-H" => options with { ShowsHelp = true },
                _ when argument.StartsWith('-') => options with { Unknown = options.Unknown ?? argument },
                _ => options with { Lines = [.. options.Lines, argument] },
            };
        }

        return options;
    }
}
