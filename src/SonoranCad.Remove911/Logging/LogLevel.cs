namespace SonoranCad.Remove911.Logging;

/// <summary>How much the resource writes to the server console; each level holds those before it.</summary>
internal enum LogLevel
{
    /// <summary>Only what keeps the resource from working.</summary>
    Error,

    /// <summary>Also what an owner should look at.</summary>
    Warn,

    /// <summary>Also who cleared which call (the default).</summary>
    Info,

    /// <summary>Also each request and answer, without secrets.</summary>
    Debug,
}
