using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Tells everyone what came of a request: the one who asked, the log, and other resources by local events. What those run
/// within it may throw; it is caught here, one by one, so that nobody keeps another from hearing.
/// </summary>
internal sealed class OutcomeAnnouncer
{
    private readonly IEventBus _events;
    private readonly ILog _log;

    public OutcomeAnnouncer(IEventBus events, ILog log)
    {
        _events = events;
        _log = log;
    }

    /// <summary>Announces what came of a request that was understood.</summary>
    public void Announce(Requester requester, IReply reply, RemovalReport report)
    {
        Log(requester, report);
        Answer(requester, reply, report);
        RaiseEvents(requester, report);
    }

    /// <summary>Answers a request that named no call it could be about: only who asked is told.</summary>
    public void Refuse(Requester requester, IReply reply, Outcome refusal)
    {
        _log.Write(LogLevel.Debug, $"Refused a request of {requester}: {refusal}");
        Answer(requester, reply, RemovalReport.Refused(refusal));
    }

    private void Answer(Requester requester, IReply reply, RemovalReport report)
    {
        try
        {
            reply.Answer(report);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Warn, $"The answer to {requester} could not be given: {Describe(e)}");
        }
    }

    private void RaiseEvents(Requester requester, RemovalReport report)
    {
        var who = requester.ToDictionary();
        try
        {
            foreach (var callId in report.Cleared)
            {
                _events.CallCleared(callId, who);
            }

            foreach (var failure in report.Failed.Where(failure => failure.CallId.HasValue))
            {
                _events.CallFailed(failure.CallId!.Value, failure.Outcome.Code, failure.Outcome.Message, who);
            }
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Warn, $"An outcome event could not be raised: {Describe(e)}");
        }
    }

    private void Log(Requester requester, RemovalReport report)
    {
        // The console is answered in a line of its own that says the same.
        if (requester.Kind == RequesterKind.Console)
        {
            return;
        }

        if (report.Cleared.Count > 0)
        {
            _log.Write(LogLevel.Info, $"Cleared {Calls(report.Cleared)} for {requester}.");
        }

        foreach (var group in report.Failed.Where(failure => failure.CallId.HasValue).GroupBy(failure => failure.Outcome))
        {
            var ids = group.Select(failure => failure.CallId!.Value).ToList();
            _log.Write(LogLevel.Warn, $"Not cleared: {Calls(ids)} for {requester}: {group.Key}");
        }
    }

    private static string Calls(IReadOnlyCollection<int> ids) =>
        (ids.Count == 1 ? "call " : "calls ") + string.Join(", ", ids);

    private static string Describe(Exception e) =>
        $"{e.GetType().Name}: {SafeText.Clean(e.Message, SafeText.CadTextLength)}";
}
