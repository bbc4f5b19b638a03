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
    public static CfxCallbackReply? FromResource(object argument, Localizer localizer) =>
        argument is CallbackDelegate local ? new CfxCallbackReply(local, null, localizer) : null;

    /// <summary>
    /// Takes the callback argument of a client; null where it is no function of that client. A client can make up a
    /// reference to another resource's function, which arrives as a <see cref="CallbackDelegate"/>: never call that.
    /// </summary>
    public static CfxCallbackReply? FromClient(object argument, Localizer localizer) =>
        argument is NetworkCallbackDelegate remote ? new CfxCallbackReply(null, remote, localizer) : null;

    public void Answer(RemovalReport report)
    {
        var table = ToTable(report);
        _local?.Invoke(table);

        // Its task ends when the client answers, which nobody here waits for.
        _ = _remote?.Invoke(table);
    }

    public void Notify(Phrase line, Tone tone)
    {
        // A callback gets one table, the answer.
    }

    private Dictionary<string, object> ToTable(RemovalReport report) => new()
    {
        ["ok"] = report.IsSuccess,
        ["cleared"] = report.Cleared.ToArray(),
        ["failed"] = report.Failed.Select(ToRow).ToArray(),
    };

    private Dictionary<string, object> ToRow(FailedRemoval failure)
    {
        var row = new Dictionary<string, object>
        {
            ["code"] = failure.Error.Code,
            ["message"] = _localizer.Format(failure.Error.Message),
        };
        if (failure.CallId.HasValue)
        {
            row["callId"] = failure.CallId.Value;
        }

        return row;
    }
}
