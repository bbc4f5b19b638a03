using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Removals;

/// <summary>For a resource that gave no callback: refusals that no outcome event tells of go to the log.</summary>
internal sealed class LogReply : IReply
{
    private readonly ILog _log;
    private readonly Requester _requester;

    public LogReply(ILog log, Requester requester)
    {
        _log = log;
        _requester = requester;
    }

    public void Answer(RemovalReport report)
    {
        if (report.Failed.Count == 1 && report.Failed[0].CallId is null)
        {
            var refusal = report.Failed[0].Error;
            _log.Write(
                LogLevel.Warn,
                new Phrase("log.refused_request").With("requester", _requester.Describe()).With("reason", refusal.Message).With("code", refusal.Code));
        }
    }

    public void Notify(Phrase line, Tone tone)
    {
        // Nobody asked to be told.
    }
}
