using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using Playground.Display;
using Playground.Scene;
using SonoranCad.Remove911.Configuration;

namespace Playground.Commands;

/// <summary>Edits config.json as its owner would. The resource applies it when it is reloaded or restarted.</summary>
internal sealed class ConfigCommands
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
        new("config", "shows config.json with its secrets masked", Config),
        new("config KEY VALUE", "sets a key in config.json: config maxBatch 10; then reload or restart the resource", Config),
    ];

    private PromptResult Config(string text)
    {
        var (key, value) = InputParser.Split(text);
        if (key.Length == 0)
        {
            foreach (var line in _screen.Secrets.Mask(File.ReadAllText(_world.ConfigFile)).Split('\n'))
            {
                _screen.Line("config", line);
            }

            return PromptResult.Done;
        }

        if (value.Length == 0)
        {
            return PromptResult.Failed("A key needs a value. For example: config maxBatch 10, or config locale \"\"");
        }

        _world.Configure(key, Read(value));
        var applies = SettingDefinitions.Find(key)?.IsReloadable == false ? "restart" : _world.Command + " reload";
        _screen.Say($"{key} is set in config.json. Type {applies} to apply it.");
        return PromptResult.Done;
    }

    // A word that is not JSON is a text without its quotes.
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
}
