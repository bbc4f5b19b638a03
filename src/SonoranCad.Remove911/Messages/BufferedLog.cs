using System.Collections.Generic;
using SonoranCad.Remove911.Cfx;

namespace SonoranCad.Remove911.Messages;

/// <summary>
/// Keeps log lines until the tick writes them: what a resource prints while a player's command runs is mirrored to that
/// player's chat, even when the command only reached it through another resource's ExecuteCommand.
/// </summary>
internal sealed class BufferedLog : ILog
{
    private readonly IServerConsole _console;
    private readonly SecretFilter _secrets;
    private readonly Queue<string> _lines = new();

    public BufferedLog(IServerConsole console, SecretFilter secrets)
    {
        _console = console;
        _secrets = secrets;
    }

    /// <summary>The most detailed level that is written.</summary>
    public LogLevel Level { get; set; } = LogLevel.Info;

    public bool HasLines => _lines.Count > 0;

    public void Write(LogLevel level, string line)
    {
        if (level <= Level)
        {
            _lines.Enqueue(Prefix(level) + line + "^7");
        }
    }

    public void Answer(string line) => _lines.Enqueue(line + "^7");

    public void Flush()
    {
        while (_lines.Count > 0)
        {
            _console.WriteLine(_secrets.Apply(_lines.Dequeue()));
        }
    }

    private static string Prefix(LogLevel level) => level switch
    {
        LogLevel.Error => "^1Error: ",
        LogLevel.Warn => "^3Warning: ",
        LogLevel.Debug => "Debug: ",
        _ => string.Empty,
    };
}
