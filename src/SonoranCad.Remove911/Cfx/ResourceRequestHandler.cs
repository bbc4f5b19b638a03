namespace SonoranCad.Remove911.Cfx;

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
