using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Changes the resource's language.</summary>
internal sealed class LocaleCommands
{
    private readonly World _world;
    private readonly Screen _screen;

    public LocaleCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("locale [LANGUAGE]", "restarts the resource in another language: locale de; locale alone lists them", Speak),
    ];

    // An unknown language is tried too, because what the resource says about it is worth a look.
    private PromptResult Speak(string language)
    {
        var known = Known();
        if (language.Length == 0)
        {
            _screen.Say("Languages: " + string.Join(", ", known));
            return PromptResult.Done;
        }

        _world.Configure("locale", language);
        _world.RestartResource();
        return known.Contains(language, StringComparer.OrdinalIgnoreCase)
            ? PromptResult.Done
            : PromptResult.Failed($"There is no language \"{language}\". Type locale for a list.");
    }

    private List<string> Known() =>
    [
        .. Directory.GetFiles(Path.Combine(Path.GetDirectoryName(_world.ConfigFile)!, "locales"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];
}
