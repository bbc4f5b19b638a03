using CitizenFX.Core;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Replies through a function that another resource or a client passed.</summary>
internal sealed class CfxCallbackReply(Action<Dictionary<string, object>> callback, Localizer localizer) : IReply
{
    /// <summary>Wraps the callback argument of another resource; null if it's not a function of a resource.</summary>
    public static CfxCallbackReply? FromResource(object argument, Localizer localizer) =>
        argument is CallbackDelegate local ? new CfxCallbackReply(table => local.Invoke(table), localizer) : null;

    /// <summary>Wraps the callback argument of a client; null if it's not a function of a client.</summary>
    /// <remarks>Never call a client's <see cref="CallbackDelegate"/>: it is a forged reference to a resource's function.</remarks>
    public static CfxCallbackReply? FromClient(object argument, Localizer localizer) =>
        argument is NetworkCallbackDelegate remote ? new CfxCallbackReply(table => _ = remote.Invoke(table), localizer) : null;

    public void Answer(RemovalReport report)
    {
        var table = new Dictionary<string, object>
        {
            ["ok"] = report.IsSuccess,
            ["cleared"] = report.Cleared.ToArray(),
            ["failed"] = report.Failed.Select(ToRow).ToArray(),
        };
        if (report.Unlisted.Count > 0)
            table["unlisted"] = report.Unlisted.ToArray();

        callback(table);
    }

    public void Notify(Phrase line, Tone tone)
    {
        // A callback runs once, with the result.
    }

    private Dictionary<string, object> ToRow(FailedRemoval failure)
    {
        var row = new Dictionary<string, object>
        {
            ["code"] = failure.Error.Code,
            ["message"] = localizer.Format(failure.Error.Message),
        };
        if (failure.CallId.HasValue)
            row["callId"] = failure.CallId.Value;

        return row;
    }
}
