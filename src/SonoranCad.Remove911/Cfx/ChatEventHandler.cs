using System;
using CitizenFX.Core;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Where players' chats tell that they are up, and the server that a player has left.</summary>
internal sealed class ChatEventHandler
{
    /// <summary>Fired by each client when its chat has loaded, and by a bad one as often as it likes.</summary>
    public const string ChatUp = "chat:init";

    /// <summary>Fired by the server with a source that no client can take on.</summary>
    public const string PlayerLeft = "playerDropped";

    private readonly ChatSuggestions _desk;
    private readonly ExceptionGuard _guard;

    public ChatEventHandler(ChatSuggestions desk, ExceptionGuard guard)
    {
        _desk = desk;
        _guard = guard;
    }

    /// <summary>The handler of <see cref="ChatUp"/>: the client that the server names, whatever its arguments say.</summary>
    public void OnChatUp([FromSource] string source)
    {
        try
        {
            if (EventSource.TryGetClient(source, out var player))
            {
                _desk.ChatIsUp(player);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(ChatUp, e);
        }
    }

    /// <summary>The handler of <see cref="PlayerLeft"/>.</summary>
    public void OnPlayerLeft([FromSource] string source)
    {
        try
        {
            if (EventSource.TryGetPlayerOfServer(source, out var player))
            {
                _desk.Left(player);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(PlayerLeft, e);
        }
    }
}
