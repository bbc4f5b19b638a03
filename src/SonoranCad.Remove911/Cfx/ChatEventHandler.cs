using System;
using CitizenFX.Core;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Where players' chats tell that they are up, and the server that a player has left.</summary>
internal sealed class ChatEventHandler
{
    /// <summary>Fired by each client when its chat has loaded, and by a bad one as often as it likes.</summary>
    public const string ChatReadyEvent = "chat:init";

    /// <summary>Fired by the server with a source that no client can take on.</summary>
    public const string PlayerDroppedEvent = "playerDropped";

    private readonly ChatSuggestions _suggestions;
    private readonly ExceptionGuard _guard;

    public ChatEventHandler(ChatSuggestions suggestions, ExceptionGuard guard)
    {
        _suggestions = suggestions;
        _guard = guard;
    }

    /// <summary>The handler of <see cref="ChatReadyEvent"/>: the client that the server names, whatever its arguments say.</summary>
    public void OnChatReady([FromSource] string source)
    {
        try
        {
            if (EventSource.TryGetClient(source, out var player))
            {
                _suggestions.OnChatReady(player);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(ChatReadyEvent, e);
        }
    }

    /// <summary>The handler of <see cref="PlayerDroppedEvent"/>.</summary>
    public void OnPlayerLeft([FromSource] string source)
    {
        try
        {
            if (EventSource.TryGetPlayerOfServerEvent(source, out var player))
            {
                _suggestions.OnPlayerLeft(player);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(PlayerDroppedEvent, e);
        }
    }
}
