using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Changes the language that the resource speaks.</summary>
internal sealed class LocaleCommands
{
    private const string Key = "locale";

    private readonly World _world;
    private readonly Screen _screen;

    public LocaleCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("locale [LANGUAGE]", "the resource restarts in another language: locale de; locale alone lists them", Speak),
    ];

    // A language that is none is tried all the same: what the resource says to it is worth a look.
    private PromptResult Speak(string language)
    {
        var known = Known();
        if (language.Length == 0)
        {
            _screen.Say("The languages are " + string.Join(", ", known));
            return PromptResult.Done;
        }

        var config = JsonNode.Parse(File.ReadAllText(_world.ConfigFile))!.AsObject();
        config[Key] = language;
        File.WriteAllText(_world.ConfigFile, config.ToJsonString(Json.Indented));
        _world.RestartResource();
        return known.Contains(language, StringComparer.OrdinalIgnoreCase)
            ? PromptResult.Done
            : PromptResult.Failed($"There is no language \"{language}\". Type locale to see which there are.");
    }

    private List<string> Known() =>
    [
        .. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(_world.ConfigFile)!, "locales"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];
}
