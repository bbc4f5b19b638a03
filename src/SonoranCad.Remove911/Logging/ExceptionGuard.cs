namespace SonoranCad.Remove911.Logging;

/// <summary>Logs exceptions: the server removes a handler that throws, and a failing part must not stop others.</summary>
internal sealed class ExceptionGuard(ILog log)
{
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

    public void LogFault(string location, Exception e) =>
        log.Write(LogLevel.Error, new Phrase("log.fault").With("where", location).With("details", e.ToString()));

    /// <summary>The exception in one line that is safe to show.</summary>
    public static string Summarize(Exception e) => $"{e.GetType().Name}: {TextSanitizer.Clean(e.Message, TextSanitizer.MaxCadTextLength)}";
}
