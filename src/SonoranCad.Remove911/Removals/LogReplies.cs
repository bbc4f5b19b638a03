namespace SonoranCad.Remove911.Removals;

/// <summary>Replies to the person at the server console with one line.</summary>
internal sealed class ConsoleReply(ILog log) : IReply
{
    public void Answer(RemovalReport report) =>
        log.WriteReply(RemovalReportMessages.Summarize(report), report.Tone);

    public void Notify(Phrase line, Tone tone) => log.WriteReply(line, tone);
}

/// <summary>For a resource that passed no callback: logs the refusals that no outcome event reports.</summary>
internal sealed class LogReply(ILog log, Requester requester) : IReply
{
    public void Answer(RemovalReport report)
    {
        if (report.Failed.Count > 0 && report.Failed[0].CallId is null)
        {
            var refusal = report.Failed[0].Error;
            log.Write(
                LogLevel.Warn,
                new Phrase("log.refused_request").With("requester", requester.LogName).With("reason", refusal.Message).With("code", refusal.Code));
        }
    }

    public void Notify(Phrase line, Tone tone)
    {
        // Nobody is there to read it.
    }
}
