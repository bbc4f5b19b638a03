namespace SonoranCad.Remove911.Logging;

/// <summary>The resource's log.</summary>
internal interface ILog
{
    /// <summary>Adds a line if its level is logged.</summary>
    void Write(LogLevel level, Phrase line);

    /// <summary>Adds a line for the person at the console, whatever the log level.</summary>
    void WriteReply(Phrase line, Tone tone);
}
