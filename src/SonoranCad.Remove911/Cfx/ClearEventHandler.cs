using System;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>
/// The server event for other resources. Any client can fire it with any arguments, so the parameters are plain objects
/// and the source decides: another resource may, a client only with the command's permission.
/// </summary>
internal sealed class ClearEventHandler
{
    public const string EventName = "sonorancad-remove911:clear";

    private readonly RemovalService _removals;
    private readonly IPlayerDirectory _players;
    private readonly ExceptionGuard _guard;
    private readonly ILog _log;
    private readonly Localizer _localizer;

    public ClearEventHandler(RemovalService removals, IPlayerDirectory players, ExceptionGuard guard, ILog log, Localizer localizer)
    {
        _removals = removals;
        _players = players;
        _guard = guard;
        _log = log;
        _localizer = localizer;
    }

    /// <summary>The event's handler.</summary>
    /// <param name="source">Who fired it, told by the server.</param>
    /// <param name="callId">A call id or a list of them.</param>
    /// <param name="callback">A function that gets the answer, or null.</param>
    public void OnClear([FromSource] string source, object callId, object callback)
    {
        try
        {
            if (EventSource.IsServer(source))
            {
                SubmitFromResource(callId, callback);
            }
            else if (EventSource.TryGetClient(source, out var player))
            {
                SubmitFromClient(player, callId, callback);
            }
            else
            {
                _removals.LogSuspicious(
                    "source " + TextSanitizer.Clean(source, TextSanitizer.MaxNameLength),
                    new Phrase("log.unknown_source").With("event", EventName));
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(EventName, e);
        }
    }

    private void SubmitFromResource(object callId, object? callback)
    {
        var requester = Requester.Resource(API.GetInvokingResource() ?? "server");
        ResourceRequestHandler.Submit(_removals, _log, _localizer, requester, callId, callback);
    }

    private void SubmitFromClient(int player, object callId, object? callback)
    {
        if (!_removals.TryAdmit(player))
        {
            return;
        }

        var requester = _players.Describe(player);
        IReply reply = new PlayerReply(_players, player);
        if (callback is not null)
        {
            var function = CfxCallbackReply.FromClient(callback, _localizer);
            if (function is null)
            {
                _removals.Refuse(requester, RemovalErrors.InvalidCallback, reply);
                return;
            }

            reply = new CompositeReply(reply, function);
        }

        _removals.Submit(requester, CallIdArgumentParser.Parse(callId), reply);
    }
}
