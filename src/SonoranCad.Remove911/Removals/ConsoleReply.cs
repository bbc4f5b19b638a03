namespace SonoranCad.Remove911.Removals;

/// <summary>Replies to the person at the server console with one line.</summary>
internal sealed class ConsoleReply(ILog log) : IReply
{
    public void Answer(RemovalReport report) =>
        log.WriteReply(RemovalReportMessages.Summarize(report), report.Tone);

    public void Notify(Phrase line, Tone tone) => log.WriteReply(line, tone);
}
