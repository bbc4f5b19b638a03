using System.Collections.Generic;
using System.Linq;
using CitizenFX.Core;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Answers through a function that another resource, or a client, handed over.</summary>
internal sealed class CfxCallbackReply : IReply
{
    private readonly CallbackDelegate? _local;
    private readonly NetworkCallbackDelegate? _remote;
    private readonly Localizer _localizer;

    private CfxCallbackReply(CallbackDelegate? local, NetworkCallbackDelegate? remote, Localizer localizer)
    {
        _localizer = localizer;
        _local = local;
        _remote = remote;
    }

    /// <summary>Takes the callback argument of another resource; null where it is no function of one.</summary>
    public static CfxCallbackReply? OfResource(object argument, Localizer localizer) =>
        argument is CallbackDelegate local ? new CfxCallbackReply(local, null, localizer) : null;

    /// <summary>
    /// Takes the callback argument of a client; null where it is no function of that client. A client can make up a
    /// reference to another resource's function, which arrives as a <see cref="CallbackDelegate"/>: never call that.
    /// </summary>
    public static CfxCallbackReply? OfClient(object argument, Localizer localizer) =>
        argument is NetworkCallbackDelegate remote ? new CfxCallbackReply(null, remote, localizer) : null;

    public void Answer(RemovalReport report)
    {
        var table = Table(report);
        _local?.Invoke(table);

        // Its task ends when the client answers, which nobody here waits for.
        _ = _remote?.Invoke(table);
    }

    public void Tell(Phrase line, Tone tone)
    {
        // A callback gets one table, the answer.
    }

    private Dictionary<string, object> Table(RemovalReport report) => new()
    {
        ["ok"] = report.Ok,
        ["cleared"] = report.Cleared.ToArray(),
        ["failed"] = report.Failed.Select(Row).ToArray(),
    };

    private Dictionary<string, object> Row(FailedRemoval failure)
    {
        var row = new Dictionary<string, object>
        {
            ["code"] = failure.Outcome.Code,
            ["message"] = _localizer.Text(failure.Outcome.Message),
        };
        if (failure.CallId.HasValue)
        {
            row["callId"] = failure.CallId.Value;
        }

        return row;
    }
}
