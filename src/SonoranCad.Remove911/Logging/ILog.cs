namespace SonoranCad.Remove911.Logging;

internal interface ILog
{
    void Write(LogLevel level, Phrase line);

    /// <summary>Adds a line for the person at the console, whatever the log level.</summary>
    void WriteReply(Phrase line, Tone tone);
}

/// <summary>How much is logged to the server console; each level includes those before it.</summary>
internal enum LogLevel
{
    /// <summary>Only errors that keep the resource from working.</summary>
    Error,

    /// <summary>Also what an owner should look at.</summary>
    Warn,

    /// <summary>Also who cleared which call (the default).</summary>
    Info,

    /// <summary>Also each request and response, without secrets.</summary>
    Debug,
}
