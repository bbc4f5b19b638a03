using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>What the event and the export share once the caller is known to be a resource.</summary>
internal static class ResourceRequestHandler
{
    public static void Submit(RemovalService removals, ILog log, Localizer localizer, Requester requester, object? callId, object? callback)
    {
        IReply? reply = callback is null ? new LogReply(log, requester) : CfxCallbackReply.FromResource(callback, localizer);
        if (reply is null)
        {
            removals.Refuse(requester, RemovalErrors.InvalidCallback, new LogReply(log, requester));
            return;
        }

        removals.Submit(requester, CallIdArgumentParser.Parse(callId), reply);
    }
}
