using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Edits config.json as its owner would; the resource takes it up with clear911 reload or a restart.</summary>
internal sealed partial class ConfigCommands
{
    private readonly World _world;
    private readonly Screen _screen;

    public ConfigCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("config", "config.json as it stands, its secrets masked", Config),
        new("config KEY VALUE", "writes a key of it: config maxBatch 10; then type clear911 reload", Config),
    ];

    private PromptResult Config(string text)
    {
        var (key, value) = InputParser.Split(text);
        if (key.Length == 0)
        {
            foreach (var line in Masked(File.ReadAllText(_world.ConfigFile)).Split('\n'))
            {
                _screen.Line("config", line);
            }

            return PromptResult.Done;
        }

        if (value.Length == 0)
        {
            return PromptResult.Failed($"Which value? For example: config {key} 10, or config {key} \"\"");
        }

        _world.Configure(key, Read(value));
        _screen.Say($"{key} is written. Type clear911 reload to have it in use.");
        return PromptResult.Done;
    }

    // A word that is no JSON is a text without its quotes.
    private static JsonNode? Read(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }

    private static string Masked(string config) => Secrets().Replace(config, "$1[secret]");

    [GeneratedRegex("(\"(?:apiKey|discordWebhook)\"\\s*:\\s*\")[^\"]+")]
    private static partial Regex Secrets();
}
