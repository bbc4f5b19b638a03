using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Removals;

/// <summary>Answers the person at the server console with one line.</summary>
internal sealed class ConsoleReply : IReply
{
    private readonly ILog _log;

    public ConsoleReply(ILog log)
    {
        _log = log;
    }

    public void Answer(RemovalReport report) => _log.WriteReply(RemovalReportMessages.Summarize(report), report.IsSuccess ? Tone.Success : Tone.Warning);

    public void Notify(Phrase line, Tone tone) => _log.WriteReply(line, tone);
}
