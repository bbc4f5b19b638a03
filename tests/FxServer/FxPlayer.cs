using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FxServer;

/// <summary>A connected client, driven by the test.</summary>
public sealed class FxPlayer : IFunctionOwner
{
    private readonly GameServer _server;
    private readonly List<FxClientEvent> _received = new List<FxClientEvent>();
    private readonly List<string> _chat = new List<string>();
    private readonly List<string> _mirroredPrints = new List<string>();
    private readonly ClientSuggestions _suggestions = new ClientSuggestions();
    private readonly ClientNotifications _notifications;
    private readonly FxFlood _commands;
    private readonly FxFlood _events;

    internal FxPlayer(GameServer server, int netId, string name, IReadOnlyList<string> identifiers)
    {
        _server = server;
        NetId = netId;
        Handle = netId.ToString(CultureInfo.InvariantCulture);
        Name = name;
        Identifiers = identifiers;
        _notifications = new ClientNotifications(server.Resources);
        _commands = new FxFlood(server.Clock, perSecond: 7, burst: 14);
        _events = new FxFlood(server.Clock, perSecond: 50, burst: 200);
    }

    /// <summary>Raised for each chat line that the player sees.</summary>
    public event Action<string>? ChatLineShown;

    /// <summary>Raised for each notification that the player sees.</summary>
    public event Action<FxNotification>? NotificationShown;

    /// <summary>Raised when the player's chat adds or changes a suggestion.</summary>
    public event Action<FxSuggestion>? SuggestionOffered
    {
        add => _suggestions.Added += value;
        remove => _suggestions.Added -= value;
    }

    /// <summary>Raised with the name of a command that the player's chat no longer suggests.</summary>
    public event Action<string>? SuggestionRemoved
    {
        add => _suggestions.Removed += value;
        remove => _suggestions.Removed -= value;
    }

    public int NetId { get; }

    /// <summary>The net id as text, as scripts name a player.</summary>
    public string Handle { get; }

    public string Name { get; }

    public IReadOnlyList<string> Identifiers { get; }

    public bool IsConnected { get; private set; } = true;

    /// <summary>The events that resources sent to this client.</summary>
    public IReadOnlyList<FxClientEvent> Received => _received;

    /// <summary>The player's chat lines: a message's args joined by a colon, and the server's own refusals.</summary>
    public IReadOnlyList<string> Chat => _chat;

    /// <summary>
    /// The commands that the player's chat suggests, in the order in which they arrived since <see cref="ChatReady"/>.
    /// </summary>
    public IReadOnlyList<FxSuggestion> Suggestions => _suggestions.Offered;

    /// <summary>
    /// The notifications of ox_lib and sonorancad, in order. An event for one that was not running is only in
    /// <see cref="Received"/>.
    /// </summary>
    public IReadOnlyList<FxNotification> Notifications => _notifications.Shown;

    /// <summary>What was printed while the player's commands ran: the server mirrors it to the player.</summary>
    public IReadOnlyList<string> MirroredPrints => _mirroredPrints;

    bool IFunctionOwner.IsAlive => IsConnected;

    internal string Source => "net:" + Handle;

    /// <summary>
    /// The chat has loaded, some time after the player joined, and fires chat:init. Earlier suggestions are lost.
    /// </summary>
    public void ChatReady()
    {
        _suggestions.Load();
        TriggerServerEvent("chat:init");
    }

    /// <summary>Types a command, with or without its slash.</summary>
    public void Command(string line)
    {
        _server.RequireMainThread("FxPlayer.Command");
        if (_commands.Admit())
        {
            _server.Commands.Run(line, this, invoker: null);
        }
    }

    /// <summary>Fires an event at the server. Delegates among the arguments arrive as functions of this client.</summary>
    public void TriggerServerEvent(string name, params object?[] args)
    {
        _server.RequireMainThread("FxPlayer.TriggerServerEvent");
        if (_events.Admit())
        {
            _server.Events.Dispatch(name, Source, _server.Wire.Pack(args, this), invoker: null);
        }
    }

    /// <summary>Leaves the server. Resources can still look the player up in playerDropped.</summary>
    public void Disconnect(string reason = "left")
    {
        if (IsConnected)
        {
            _server.RaiseEvent("playerDropped", "internal-" + Source, reason);
            IsConnected = false;
            _server.Remove(this);
        }
    }

    object? IFunctionOwner.Call(Delegate function, object?[] args, string? invoker) =>
        throw new NotSupportedException("A client's function is called by an event.");

    internal void AddChatLine(string line)
    {
        _chat.Add(line);
        ChatLineShown?.Invoke(line);
    }

    internal void AddMirroredPrint(string line) => _mirroredPrints.Add(line);

    internal void Receive(string eventName, object?[] args)
    {
        _received.Add(new FxClientEvent(eventName, args));
        if (eventName == "chat:addMessage" && args.Length > 0)
        {
            AddChatLine(ChatText(args[0]));
        }

        _suggestions.Receive(eventName, args);
        if (_notifications.Receive(eventName, args) is { } shown)
        {
            NotificationShown?.Invoke(shown);
        }
    }

    private static string ChatText(object? message)
    {
        var args = message is IDictionary<string, object?> map && map.TryGetValue("args", out var value) ? value : message;
        return args is List<object?> parts ? string.Join(": ", parts.Select(part => part?.ToString())) : args?.ToString() ?? "";
    }
}
