namespace SonoranCad.Remove911.Logging;

/// <summary>Keeps lines for the tick: what is printed while a command runs is mirrored to the player's chat.</summary>
internal sealed class BufferedLog(IServerConsole console, SecretRedactor secrets, Localizer localizer) : ILog, ITickable
{
    private readonly Queue<string> _lines = new();

    public LogLevel Level { get; set; } = LogLevel.Info;

    /// <summary>The command's name, without its slash.</summary>
    public string Command { get; set; } = Settings.DefaultCommand;

    public bool NeedsTick => _lines.Count > 0;
    public TickBudget? Budget { get; init; }

    public void Write(LogLevel level, Phrase line)
    {
        if (level > Level)
            return;

        var (color, labeled) = level switch
        {
            LogLevel.Error => ("^1", new Phrase("log.error").With("line", line)),
            LogLevel.Warn => ("^3", new Phrase("log.warning").With("line", line)),
            LogLevel.Debug => (string.Empty, new Phrase("log.debug").With("line", line)),
            _ => (string.Empty, line),
        };
        _lines.Enqueue(color + localizer.Format(labeled) + "^7");
    }

    /// <summary>Writes a reply to whoever types at the console: there, the server knows no command with the chat's slash.</summary>
    public void WriteReply(Phrase line, Tone tone) =>
        _lines.Enqueue(ColorCode(tone) + Regex.Replace(localizer.Format(line), $@"(?<![\w/])/({Command})(?![\w-])", "$1") + "^7");

    public void Tick(TimeSpan now) => Flush();

    /// <summary>Writes the waiting lines. Never call it while a command runs.</summary>
    public void Flush()
    {
        for (var hasTime = true; hasTime && NeedsTick; hasTime = Budget?.IsSpent != true)
            console.WriteLine(secrets.Redact(_lines.Dequeue()));
    }

    private static string ColorCode(Tone tone) => tone switch
    {
        Tone.Success => "^2",
        Tone.Warning => "^3",
        Tone.Error => "^1",
        _ => "^7",
    };
}
