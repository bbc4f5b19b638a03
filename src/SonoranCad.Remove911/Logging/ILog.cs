using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Logging;

/// <summary>The resource's log. Lines are kept and written by <see cref="Flush"/>.</summary>
internal interface ILog
{
    /// <summary>Whether lines wait to be written.</summary>
    bool HasLines { get; }

    /// <summary>Adds a line, if its level is logged.</summary>
    void Write(LogLevel level, Phrase line);

    /// <summary>Adds a line for the person at the console, whatever the level is set to.</summary>
    void WriteReply(Phrase line, Tone tone);

    /// <summary>Writes what waits. Never called while a command runs.</summary>
    void Flush();
}
