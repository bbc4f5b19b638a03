using System;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Logging;

/// <summary>
/// Turns an exception into a log line. Handlers and tick parts run under it: the server removes a handler that throws until
/// the resource restarts, and one failing part must not keep the others from their step.
/// </summary>
internal sealed class ExceptionGuard(ILog log)
{
    /// <summary>Runs an action; logs what it throws.</summary>
    /// <param name="location">The place, by its name in the code.</param>
    /// <param name="action">What to run.</param>
    public void Run(string location, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            LogFault(location, e);
        }
    }

    /// <summary>Logs an exception that ended at <paramref name="location"/>.</summary>
    public void LogFault(string location, Exception e) =>
        log.Write(LogLevel.Error, new Phrase("log.fault").With("where", location).With("details", e.ToString()));
}
