using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles the event for other resources. Any client can fire it too, but needs the command's permission.</summary>
internal sealed class ClearEventHandler(
    RequestGuard requestGuard, RemovalService removals, ResourceRequestHandler resourceRequests,
    IPlayerDirectory players, IPlayerMessenger messenger, Localizer localizer)
{
    public const string EventName = "sonorancad-remove911:clear";

    /// <summary>Clears a call id or a list of them. The optional callback is a function that gets the result.</summary>
    public void OnClear(string source, object? callId, object? callback)
    {
        if (EventSource.IsServer(source))
            resourceRequests.Submit(API.GetInvokingResource() ?? "server", callId, callback);
        else if (EventSource.TryGetClient(source, out var player))
            SubmitFromClient(player, callId, callback);
        else
            requestGuard.LogForgedEvent(source, new Phrase("log.unknown_source").With("event", EventName));
    }

    private void SubmitFromClient(int player, object? callId, object? callback)
    {
        if (!requestGuard.TryAdmit(player))
            return;

        var requester = players.Describe(player);
        var function = callback is null ? null : CfxCallbackReply.FromClient(callback, localizer);
        var reply = new PlayerReply(messenger, players, requester, function);
        if (callback is not null && function is null)
            removals.Refuse(requester, RemovalErrors.InvalidCallback, reply);
        else
            removals.Submit(requester, CallIdArgumentParser.Parse(callId), reply);
    }
}
