using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Logs outcomes, and the failures to report them.</summary>
internal sealed class OutcomeLogger(ILog log)
{
    /// <summary>Logs a request's outcome, except for the console, whose reply is a log line that says the same.</summary>
    public void LogReport(Requester requester, RemovalReport report)
    {
        if (requester.Kind != RequesterKind.Console)
        {
            LogReportAlways(requester, report);
        }
    }

    /// <summary>Logs a request's outcome, also if its requester gets no reply.</summary>
    public void LogReportAlways(Requester requester, RemovalReport report)
    {
        if (report.Cleared.Count > 0)
        {
            log.Write(LogLevel.Info, Phrase.OfCalls("log.cleared", report.Cleared, all: true).With("requester", requester.LogName));
        }

        foreach (var group in report.Failed.Where(failure => failure.CallId.HasValue).GroupBy(failure => failure.Error))
        {
            var ids = group.Select(failure => failure.CallId!.Value).ToList();
            log.Write(
                LogLevel.Warn,
                Phrase.OfCalls("log.not_cleared", ids, all: true)
                    .With("requester", requester.LogName)
                    .With("reason", group.Key.Message)
                    .With("code", group.Key.Code));
        }
    }

    /// <summary>Logs the refusal of a request that named no call.</summary>
    public void LogRefusal(Requester requester, RemovalError refusal) => log.Write(
        LogLevel.Debug,
        new Phrase("log.refused_request").With("requester", requester.LogName).With("reason", refusal.Message).With("code", refusal.Code));

    /// <summary>Logs that another resource's handler of an outcome event threw.</summary>
    public void LogEventFailure(Exception e) =>
        log.Write(LogLevel.Warn, new Phrase("log.event_failed").With("details", Describe(e)));

    public void LogReplyFailure(Requester requester, Exception e) =>
        log.Write(LogLevel.Warn, new Phrase("log.answer_failed").With("requester", requester.LogName).With("details", Describe(e)));

    public void LogListenerFailure(IOutcomeListener listener, Exception e) =>
        log.Write(LogLevel.Error, new Phrase("log.fault").With("where", listener.GetType().Name).With("details", e.ToString()));

    private static string Describe(Exception e) =>
        $"{e.GetType().Name}: {TextSanitizer.Clean(e.Message, TextSanitizer.MaxCadTextLength)}";
}
