using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using FxServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Web;

/// <summary>Publishes whatever happens in the world, with its secrets masked.</summary>
internal sealed class PageFeed
{
    private const string ChatMessage = "chat:addMessage";

    private readonly World _world;
    private readonly PageEvents _events;
    private readonly SecretMask _secrets;
    private readonly RequestActivity _requests;
    private readonly Dictionary<FxPlayer, int> _seen = [];

    // A console line arrives on the thread that printed it, and a faulty resource may print on any.
    private readonly ConcurrentQueue<string> _consoleLines = new();
    private int _discordMessages;

    public PageFeed(World world, PageEvents events, SecretMask secrets)
    {
        _world = world;
        _events = events;
        _secrets = secrets;
        _requests = new RequestActivity("CAD", () => world.Cad.Requests);
        world.Server.Console.LineWritten += _consoleLines.Enqueue;
        world.RequestBlocked += host => _consoleLines.Enqueue($"^3Nothing was sent to {host}: the Playground does not reach it.");
        foreach (var player in world.Server.Players)
        {
            player.ChatLineShown += line => ShowChatLine(player, line);
            player.NotificationShown += shown => ShowNotification(player, shown);
        }
    }

    /// <summary>Publishes what has appeared since the last time, and the state.</summary>
    public void Publish(bool isWaiting)
    {
        foreach (var (_, text) in _requests.Take())
        {
            _events.Publish("request", new { text = _secrets.Mask(text) });
        }

        while (_consoleLines.TryDequeue(out var line))
        {
            _events.Publish("console", new { text = _secrets.Mask(line) });
        }

        foreach (var message in _world.Discord.Messages.Skip(_discordMessages))
        {
            _discordMessages++;
            _events.Publish("discord", new { message = JsonNode.Parse(_secrets.Mask(message)) });
        }

        _events.PublishState(PageState.Read(_world, isWaiting));
    }

    /// <summary>What the Playground says about a line that was typed in the console.</summary>
    public void Answer(string text, bool isProblem) => _events.Publish("answer", new { text = _secrets.Mask(text), isProblem });

    /// <summary>What somebody typed in the console.</summary>
    public void Echo(string line) => _events.Publish("typed", new { text = _secrets.MaskTyped(line) });

    /// <summary>A player says something that is not a command: the chat shows it to everyone.</summary>
    public void Say(FxPlayer speaker, string text)
    {
        foreach (var player in _world.Server.Players)
        {
            PublishChat(player, color: null, [speaker.Name, text], isMultiline: false);
        }
    }

    private void ShowChatLine(FxPlayer player, string line)
    {
        // The server's own refusals are no event of a resource's.
        if (NewEvent(player, ChatMessage) is { } message)
        {
            PublishChat(player, Value(message, "color"), Texts(Value(message, "args")), Value(message, "multiline") is true);
        }
        else
        {
            PublishChat(player, color: null, [line], isMultiline: false);
        }
    }

    private void ShowNotification(FxPlayer player, FxNotification shown)
    {
        var sent = FirstTable(player.Received[^1]);
        _events.Publish(
            "notification",
            new
            {
                player = player.NetId,
                origin = shown.Origin,
                id = Value(sent, "id")?.ToString(),
                title = Mask(shown.Title),

                // sonorancad uses pNotify unless its owner has chosen another way.
                text = Mask(shown.Origin == SonoranCadResource.ResourceName ? shown.HtmlText : shown.Text),
                isHtml = shown.Origin == SonoranCadResource.ResourceName,
                type = shown.Type,
                duration = shown.Duration,
            },
            isKept: false);
    }

    private void PublishChat(FxPlayer player, object? color, IEnumerable<string> args, bool isMultiline) => _events.Publish(
        "chat", new { player = player.NetId, color, args = args.Select(_secrets.Mask), isMultiline });

    private string? Mask(string? text) => text is null ? null : _secrets.Mask(text);

    // The last event that the client got, if it is of this name and was not looked at before.
    private IDictionary<string, object?>? NewEvent(FxPlayer player, string name)
    {
        var isNew = player.Received.Count > _seen.GetValueOrDefault(player);
        _seen[player] = player.Received.Count;
        return isNew && player.Received[^1].Name == name ? FirstTable(player.Received[^1]) : null;
    }

    private static IDictionary<string, object?>? FirstTable(FxClientEvent sent) =>
        sent.Args.Count > 0 ? sent.Args[0] as IDictionary<string, object?> : null;

    private static object? Value(IDictionary<string, object?>? map, string key) => map is not null && map.TryGetValue(key, out var value) ? value : null;

    private static IEnumerable<string> Texts(object? args) => args is List<object?> parts
        ? parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture) ?? string.Empty)
        : [];
}
