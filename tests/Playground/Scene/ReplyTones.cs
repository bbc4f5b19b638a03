using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;

namespace Playground.Scene;

/// <summary>Whether the resource warned the person who typed a command, in whatever language.</summary>
internal sealed class ReplyTones
{
    private static readonly string[] WarningColors = ["^1", "^3"];

    // The chat's amber and red have more red than its other colors.
    private const int LeastRed = 230;

    private readonly FxConsole _console;
    private readonly FxPlayer? _player;
    private readonly int _consoleLines;
    private readonly int _playerEvents;

    /// <param name="console">Looked at if the console typed the command.</param>
    /// <param name="player">The player who typed it; null for the console.</param>
    public ReplyTones(FxConsole console, FxPlayer? player)
    {
        _console = console;
        _player = player;
        _consoleLines = console.Lines.Count;
        _playerEvents = player?.Received.Count ?? 0;
    }

    /// <summary>Whether a warning has come since, other than one that has <paramref name="expected"/> in it.</summary>
    public bool HasWarning(string? expected = null)
    {
        var warnings = _player is null
            ? _console.Lines.Skip(_consoleLines).Where(line => WarningColors.Any(color => line.StartsWith(color, StringComparison.Ordinal)))
            : _player.Received.Skip(_playerEvents).Where(IsWarning).Select(sent => Json.Write(sent.Args));
        return warnings.Any(warning => expected is null || !warning.Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWarning(FxClientEvent sent) =>
        sent.Args.Count > 0 && sent.Args[0] is IDictionary<string, object?> message
        && ((message.TryGetValue("type", out var type) && type is "warning" or "error")
            || (message.TryGetValue("color", out var color) && color is List<object?> { Count: > 0 } parts
                && Convert.ToInt32(parts[0], CultureInfo.InvariantCulture) >= LeastRed));
}
