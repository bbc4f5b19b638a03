using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles a request of another resource, whether it came by event or by export.</summary>
internal sealed class ResourceRequestHandler(RemovalService removals, ILog log, Localizer localizer)
{
    /// <param name="resource">The name of the resource that asks.</param>
    /// <param name="callId">A call id or a list of them; anything may be here.</param>
    /// <param name="callback">A function that gets the result, or null; anything may be here.</param>
    public void Submit(string resource, object? callId, object? callback)
    {
        var requester = Requester.Resource(resource);
        var logReply = new LogReply(log, requester);
        IReply? reply = callback is null ? logReply : CfxCallbackReply.FromResource(callback, localizer);
        if (reply is null)
        {
            removals.Refuse(requester, RemovalErrors.InvalidCallback, logReply);
            return;
        }

        removals.Submit(requester, CallIdArgumentParser.Parse(callId), reply);
    }
}
