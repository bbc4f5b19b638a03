using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>One setting of config.json: its key, what it may hold, and how it gets into <see cref="Settings"/>.</summary>
internal abstract class SettingDefinition(string key)
{
    public string Key { get; } = key;

    /// <summary>Whether the value must never be shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>
    /// Whether the setting says where a request goes, or for whom. A wrong value blocks sending until the owner fixes it;
    /// a wrong value of any other setting only has its fallback.
    /// </summary>
    public bool IsAboutAccount { get; init; }

    /// <summary>Whether a reload applies a changed value; otherwise it takes a restart.</summary>
    public bool IsReloadable { get; init; } = true;

    /// <summary>The numbers that the setting may have; null if it is not a number.</summary>
    public abstract SettingRange? Range { get; }

    /// <summary>The words that the setting may have; empty if it is not one of a few words.</summary>
    public abstract IReadOnlyList<string> AllowedWords { get; }

    /// <summary>
    /// Puts <paramref name="value"/> into the file's settings. If it is wrong, the file gets an error and the fallback.
    /// </summary>
    public abstract void Apply(ConfigFile file, JToken value);

    public abstract object? ValueIn(Settings settings);

    public abstract void Copy(Settings from, Settings to);
}

/// <inheritdoc/>
internal sealed class SettingDefinition<T>(
    string key, SettingParser<T> parser, Func<Settings, T> get, Action<Settings, T> set) : SettingDefinition(key)
{
    public override SettingRange? Range => parser.Range;

    public override IReadOnlyList<string> AllowedWords => parser.AllowedWords;

    public override void Apply(ConfigFile file, JToken value)
    {
        // The account in use never stands in for a wrong one.
        var fallback = get(IsAboutAccount ? new Settings() : file.Fallback);
        set(file.Settings, parser.Parse(new SettingInput(file, this, value), fallback));
    }

    public override object? ValueIn(Settings settings) => get(settings);

    public override void Copy(Settings from, Settings to) => set(to, get(from));
}
