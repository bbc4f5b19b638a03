using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Logging;

/// <summary>
/// Where exceptions of the entry points end: a handler that lets one out is removed by the server until the restart.
/// </summary>
internal sealed class ExceptionGuard
{
    private readonly ILog _log;
    private readonly ITickSwitch _tick;

    public ExceptionGuard(ILog log, ITickSwitch tick)
    {
        _log = log;
        _tick = tick;
    }

    /// <param name="where">The entry point, by its name in the code.</param>
    /// <param name="e">What ended there.</param>
    public void LogFault(string where, Exception e)
    {
        _log.Write(LogLevel.Error, new Phrase("log.fault").With("where", where).With("details", e.ToString()));
        _tick.On();
    }
}
