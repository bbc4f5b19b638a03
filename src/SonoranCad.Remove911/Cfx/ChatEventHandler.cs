namespace SonoranCad.Remove911.Cfx;

internal sealed class ChatEventHandler(ChatSuggestions suggestions)
{
    /// <summary>Each client fires it when its chat has loaded; a malicious one fires it at any time.</summary>
    public const string ChatReadyEvent = "chat:init";

    /// <summary>The server fires it, with a source that no client can forge.</summary>
    public const string PlayerDroppedEvent = "playerDropped";

    /// <summary>Handles <see cref="ChatReadyEvent"/> for the client that the server names, whatever the arguments say.</summary>
    public void OnChatReady(string source)
    {
        if (EventSource.TryGetClient(source, out var player))
            suggestions.OnChatReady(player);
    }

    public void OnPlayerLeft(string source)
    {
        if (EventSource.TryGetPlayerOfServerEvent(source, out var player))
            suggestions.OnPlayerLeft(player);
    }
}
