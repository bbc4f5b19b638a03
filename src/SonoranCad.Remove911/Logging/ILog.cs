namespace SonoranCad.Remove911.Logging;

internal interface ILog
{
    void Write(LogLevel level, Phrase line);

    /// <summary>Adds a line for the person at the console, whatever the log level.</summary>
    void WriteReply(Phrase line, Tone tone);
}
