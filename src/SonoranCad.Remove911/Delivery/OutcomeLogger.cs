namespace SonoranCad.Remove911.Delivery;

/// <summary>Logs outcomes, and the failures to report them.</summary>
internal sealed class OutcomeLogger(ILog log, IClock clock)
{
    // The CAD may give each call a reason of its own.
    private const int MaxReasons = 5;

    private readonly PartitionedRateLimiter _refusals = new(10, TimeSpan.FromSeconds(10));
    private readonly PartitionedRateLimiter _drops = new(1, TimeSpan.FromMinutes(1));

    /// <summary>Logs a request's outcome, except for the console, whose reply is a log line that says the same.</summary>
    public void LogReport(Requester requester, RemovalReport report)
    {
        if (requester.Kind != RequesterKind.Console)
            LogReportAlways(requester, report);
    }

    /// <summary>Logs a refused request, a few times.</summary>
    public void LogRefused(Requester requester, RemovalReport report)
    {
        if (_refusals.TryAcquire(requester.Key, clock.Elapsed, out _))
            LogReport(requester, report);
    }

    /// <summary>Logs, once in a while, that refused requests get no reply because too many wait for one.</summary>
    public void LogDropped(Requester requester)
    {
        if (_drops.TryAcquire(requester.Key, clock.Elapsed, out _))
            log.Write(LogLevel.Warn, new Phrase("log.refusals_dropped").With("requester", requester.LogName));
    }

    private void LogReportAlways(Requester requester, RemovalReport report)
    {
        var cleared = report.Cleared.Except(report.Unlisted).ToList();
        if (cleared.Count > 0)
            log.Write(LogLevel.Info, Phrase.OfCalls("log.cleared", cleared).With("requester", requester.LogName));

        if (report.Unlisted.Count > 0)
            log.Write(LogLevel.Warn, Phrase.OfCalls("log.unlisted", report.Unlisted).With("requester", requester.LogName));

        foreach (var group in report.GroupFailures(MaxReasons))
        {
            var line = group.Error is null
                ? Phrase.OfCalls("log.not_cleared_rest", group.CallIds)
                : Phrase.OfCalls("log.not_cleared", group.CallIds).With("reason", group.Error.Message).With("code", group.Error.Code);
            log.Write(LogLevel.Warn, line.With("requester", requester.LogName));
        }
    }

    /// <summary>Logs the outcomes of removals whose requests the restart has ended: nobody gets a reply.</summary>
    public void LogRestored(IEnumerable<(OutboxEntry Entry, RemovalError? Error)> outcomes)
    {
        foreach (var group in outcomes.GroupBy(outcome => outcome.Entry.Requester.Key).Select(group => group.ToList()))
        {
            var requester = group[0].Entry.Requester;
            var request = new RemovalRequest(requester, new LogReply(log, requester), group.Select(outcome => outcome.Entry.CallId).ToList());
            group.ForEach(outcome => request.Record(outcome.Entry.CallId, outcome.Error, outcome.Entry.IsClearedUnlisted(outcome.Error)));
            LogReportAlways(requester, request.CreateReport());
        }
    }

    /// <summary>Logs the refusal of a request that named no call.</summary>
    public void LogRefusal(Requester requester, RemovalError refusal) =>
        log.Write(LogLevel.Debug, RemovalReportMessages.DescribeRefusal(requester, refusal));

    /// <summary>Logs that another resource's handler of an outcome event threw.</summary>
    public void LogEventFailure(Exception e) =>
        log.Write(LogLevel.Warn, new Phrase("log.event_failed").With("details", ExceptionGuard.Summarize(e)));

    public void LogReplyFailure(Requester requester, Exception e) =>
        log.Write(LogLevel.Warn, new Phrase("log.answer_failed").With("requester", requester.LogName).With("details", ExceptionGuard.Summarize(e)));

    public void LogListenerFailure(IOutcomeListener listener, Exception e) =>
        log.Write(LogLevel.Error, new Phrase("log.fault").With("where", listener.GetType().Name).With("details", e.ToString()));
}
