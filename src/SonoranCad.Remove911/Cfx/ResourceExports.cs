using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles the exports for other resources. If a client gets at them, the server names no caller.</summary>
internal sealed class ResourceExports(RequestGuard requestGuard, ResourceRequestHandler requests, StatusTable statusTable)
{
    public const string ClearName = "clear911";
    public const string StatusName = "status";

    /// <summary>Clears a call id or a list of them. The result goes to a callback, because a returned task would complete off the main thread.</summary>
    public void OnClear(object? callId, object? callback)
    {
        if (TryGetCaller(ClearName, out var resource))
            requests.Submit(resource, callId, callback);
    }

    /// <summary>The export <c>status</c>: the status table, or an empty one if the caller is not a resource.</summary>
    public object OnStatus() => TryGetCaller(StatusName, out _) ? statusTable.Read() : new Dictionary<string, object?>();

    private bool TryGetCaller(string export, out string resource)
    {
        resource = API.GetInvokingResource() ?? string.Empty;
        if (resource.Length > 0)
            return true;

        requestGuard.LogSuspicious("export " + export, new Phrase("log.export_of_nobody"));
        return false;
    }
}

/// <summary>Handles another resource's request, whether by event or by export.</summary>
internal sealed class ResourceRequestHandler(RemovalService removals, ILog log, Localizer localizer)
{
    /// <summary>Clears a call id or a list of them for <paramref name="resource"/>. Both other arguments can be anything.</summary>
    public void Submit(string resource, object? callId, object? callback)
    {
        var requester = Requester.Resource(resource);
        var logReply = new LogReply(log, requester);
        IReply? reply = callback is null ? logReply : CfxCallbackReply.FromResource(callback, localizer);
        if (reply is null)
            removals.Refuse(requester, RemovalErrors.InvalidCallback, logReply);
        else
            removals.Submit(requester, CallIdArgumentParser.Parse(callId), reply);
    }
}
