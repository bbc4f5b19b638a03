using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Hears from players' chats that they have loaded, and from the server that a player has left.</summary>
internal sealed class ChatEventHandler(ChatSuggestions suggestions)
{
    /// <summary>Fired by each client when its chat has loaded, and by a malicious one as often as it likes.</summary>
    public const string ChatReadyEvent = "chat:init";

    /// <summary>Fired by the server with a source that no client can fake.</summary>
    public const string PlayerDroppedEvent = "playerDropped";

    /// <summary>The handler of <see cref="ChatReadyEvent"/>: about the client that the server names, whatever its arguments say.</summary>
    public void OnChatReady(string source)
    {
        if (EventSource.TryGetClient(source, out var player))
        {
            suggestions.OnChatReady(player);
        }
    }

    /// <summary>The handler of <see cref="PlayerDroppedEvent"/>.</summary>
    public void OnPlayerLeft(string source)
    {
        if (EventSource.TryGetPlayerOfServerEvent(source, out var player))
        {
            suggestions.OnPlayerLeft(player);
        }
    }
}
