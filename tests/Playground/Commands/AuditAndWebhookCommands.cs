using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using CadServer;
using CadServer.Discord;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>What the resource records about each removal: the audit file, and posts to a Discord channel.</summary>
internal sealed class AuditAndWebhookCommands
{
    private const int MaxLines = 20;

    private readonly World _world;
    private readonly Screen _screen;

    public AuditAndWebhookCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("audit", $"shows the last {MaxLines} lines of the audit file", _ => Audit()),
        new("webhook on|off", "turns posts to a Discord webhook on this machine on or off", Webhook),
        new("webhook fail FAULT", "Discord fails the next post: webhook fail 429, webhook fail 404", Webhook),
    ];

    private static string[] Row(JsonNode line) =>
    [
        Moment(Text(line, "time")), Who(line["requester"]!), Text(line, "callId"), Text(line, "outcome"), Text(line, "api"), Text(line, "tries"),
    ];

    private static string Who(JsonNode requester) =>
        $"{Text(requester, "kind")} {Text(requester, "name")} {Text(requester, "license")}".TrimEnd();

    // 80 columns have no room for the year and the fractions.
    private static string Moment(string time) => time.Length < 19 ? time : $"{time[5..10]} {time[11..19]}";

    private static string Text(JsonNode line, string name) => line[name]?.ToString() ?? string.Empty;

    // Discord has its own responses for these; the others are the same as any server's.
    private static CadFault? Fault(string words) => words switch
    {
        "429" => DiscordFault.RateLimited(),
        "404" => DiscordFault.UnknownWebhook(),
        "500" => DiscordFault.ServerError(),
        _ => CadFault.TryParse(words, out var fault, out _) ? fault : null,
    };

    private PromptResult Audit()
    {
        var lines = Directory.Exists(_world.AuditFolder)
            ? Directory.GetFiles(_world.AuditFolder).Order(StringComparer.Ordinal).SelectMany(File.ReadLines).ToList()
            : [];
        if (lines.Count == 0)
        {
            _screen.Say("There is no audit file yet. The first removal that is completed creates it.");
            return PromptResult.Done;
        }

        _screen.Table(
            ["Time (UTC)", "Requester", "Call", "Outcome", "API", "Tries"],
            lines.TakeLast(MaxLines).Select(line => Row(JsonNode.Parse(line)!)));
        return PromptResult.Done;
    }

    private PromptResult Webhook(string text)
    {
        var (word, rest) = InputParser.Split(text);
        return (word.ToUpperInvariant(), rest.Length) switch
        {
            ("ON", 0) => Switch(isOn: true, "The resource posts to a Discord webhook on this machine."),
            ("OFF", 0) => Switch(isOn: false, "The resource posts nothing to Discord."),
            ("FAIL", _) => Fail(rest),
            _ => PromptResult.Failed("Type webhook on, webhook off, or webhook fail FAULT."),
        };
    }

    private PromptResult Switch(bool isOn, string said)
    {
        if (!_world.UseWebhook(isOn) || !_world.IsConfigValid)
        {
            return PromptResult.Failed("config.json is written, but the resource did not accept it. Fix it, or start the resource.");
        }

        _screen.Say(said);
        return PromptResult.Done;
    }

    private PromptResult Fail(string words)
    {
        if (Fault(words) is not { } fault)
        {
            return PromptResult.Failed($"There is no fault \"{words}\". Type fail for a list.");
        }

        _world.Discord.Faults.Enqueue(fault);
        _screen.Say($"Discord's next response: {fault}");
        return PromptResult.Done;
    }
}
