using System.Collections.Generic;
using System.Globalization;
using FxServer;

namespace Playground;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options
{
    public static string Usage { get; } = """
        Runs sonorancad-remove911 on a stand-in game server, with a stand-in Sonoran CAD.

        dotnet run --project tests/Playground                        shows a prompt
        dotnet run --project tests/Playground -- --web               shows it all on a web page
        dotnet run --project tests/Playground -- "clear911 101" …    runs these commands and exits
        dotnet run --project tests/Playground < file                 runs the commands in a file

        --web           serves the page on this machine only, and prints its address
        --port N        the port of the page; a free one if you leave it out
        --live          uses the real CAD with your account, to check your key
        --config FILE   the config.json with your account; the repository's if you leave it out
        --redm          the server runs RedM, not FiveM
        -h, --help      shows this text

        The exit code is 0 if every command did what it asked for, otherwise 1.
        Type help at the prompt for the commands.
        """;

    /// <summary>The game that the server runs.</summary>
    public FxGame Game { get; init; } = FxGame.Gta5;

    /// <summary>The commands to run; if there are none, the Playground shows its prompt.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Whether to show the usage and do nothing else.</summary>
    public bool ShowsHelp { get; init; }

    /// <summary>Whether to serve the page in place of the prompt.</summary>
    public bool IsWeb { get; init; }

    /// <summary>The page's port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether the CAD is the real one.</summary>
    public bool IsLive { get; init; }

    /// <summary>The config.json that has the account for <see cref="IsLive"/>; null for the repository's.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>What is wrong with the command line, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Options may stand anywhere, in any letter case.</summary>
    public static Options Parse(IEnumerable<string> arguments)
    {
        var options = new Options();
        using var rest = arguments.GetEnumerator();
        while (rest.MoveNext())
        {
            var argument = rest.Current;
            options = argument.ToUpperInvariant() switch
            {
                "--REDM" => options with { Game = FxGame.Rdr3 },
                "--HELP" or "-H" => options with { ShowsHelp = true },
                "--WEB" => options with { IsWeb = true },
                "--LIVE" => options with { IsLive = true },
                "--PORT" => options.WithPort(rest.MoveNext() ? rest.Current : string.Empty),
                "--CONFIG" when rest.MoveNext() => options with { ConfigFile = rest.Current },
                "--CONFIG" => options.WithProblem("--config needs a file."),
                _ when argument.StartsWith('-') => options.WithProblem($"There is no option {argument}. Type --help for a list."),
                _ => options with { Lines = [.. options.Lines, argument] },
            };
        }

        return options.Checked();
    }

    private Options WithPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535
        ? this with { Port = port }
        : WithProblem("--port needs a number from 0 to 65535.");

    private Options Checked() => this switch
    {
        { IsWeb: true, Lines.Count: > 0 } => WithProblem("--web takes no commands: type them on the page."),
        { IsWeb: false, Port: > 0 } => WithProblem("--port is for --web."),
        { IsLive: false, ConfigFile: not null } => WithProblem("--config is for --live."),
        _ => this,
    };

    private Options WithProblem(string problem) => this with { Problem = Problem ?? problem };
}
