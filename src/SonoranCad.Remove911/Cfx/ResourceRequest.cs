using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cfx;

/// <summary>What the event and the export share once the caller is known to be a resource.</summary>
internal static class ResourceRequest
{
    public static void Clear(ClearDesk desk, ILog log, Localizer localizer, Requester requester, object? callId, object? callback)
    {
        IReply? reply = callback is null ? new NoReply(log, requester) : CfxCallback.OfResource(callback, localizer);
        if (reply is null)
        {
            desk.Refuse(requester, Outcomes.NotAFunction, new NoReply(log, requester));
            return;
        }

        desk.Clear(requester, CallIdArgument.Read(callId), reply);
    }
}
