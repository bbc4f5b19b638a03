namespace SonoranCad.Remove911.Logging;

/// <summary>
/// Keeps log lines until the tick writes them: while a player's command runs, the server mirrors what a resource prints to
/// that player's chat, even if the command came through another resource's ExecuteCommand.
/// </summary>
internal sealed class BufferedLog(IServerConsole console, SecretRedactor secrets, Localizer localizer) : ILog, ITickable
{
    private readonly Queue<string> _lines = new();

    public LogLevel Level { get; set; } = LogLevel.Info;

    public bool NeedsTick => _lines.Count > 0;

    public TickBudget? Budget { get; init; }

    public void Write(LogLevel level, Phrase line)
    {
        if (level <= Level)
            _lines.Enqueue(ColorCode(level) + localizer.Format(WithLabel(level, line)) + "^7");
    }

    public void WriteReply(Phrase line, Tone tone) => _lines.Enqueue(ColorCode(tone) + localizer.Format(line) + "^7");

    public void Tick(TimeSpan now) => Flush();

    /// <summary>Writes the waiting lines. Never call it while a command runs.</summary>
    public void Flush()
    {
        for (var hasTime = true; hasTime && NeedsTick; hasTime = Budget?.IsSpent != true)
            console.WriteLine(secrets.Redact(_lines.Dequeue()));
    }

    private static string ColorCode(LogLevel level) => level switch
    {
        LogLevel.Error => "^1",
        LogLevel.Warn => "^3",
        _ => string.Empty,
    };

    private static string ColorCode(Tone tone) => tone switch
    {
        Tone.Success => "^2",
        Tone.Warning => "^3",
        Tone.Error => "^1",
        _ => "^7",
    };

    private static Phrase WithLabel(LogLevel level, Phrase line) => level switch
    {
        LogLevel.Error => new Phrase("log.error").With("line", line),
        LogLevel.Warn => new Phrase("log.warning").With("line", line),
        LogLevel.Debug => new Phrase("log.debug").With("line", line),
        _ => line,
    };
}
