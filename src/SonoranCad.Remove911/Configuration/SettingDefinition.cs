using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>One setting of config.json: its key, its allowed values, and its property in <see cref="Settings"/>.</summary>
internal abstract class SettingDefinition(string key)
{
    public string Key { get; } = key;

    /// <summary>Whether no message may show the value.</summary>
    public bool IsSecret { get; init; }

    /// <summary>
    /// Whether the setting decides where requests go, or for whom. A wrong value blocks sending until the owner fixes it; in
    /// any other setting, the fallback replaces it.
    /// </summary>
    public bool IsAboutAccount { get; init; }

    /// <summary>Whether a reload applies a change; otherwise only a restart does.</summary>
    public bool IsReloadable { get; init; } = true;

    /// <summary>The numbers that the setting accepts; null if it is not a number.</summary>
    public abstract SettingRange? Range { get; }

    /// <summary>The words that the setting accepts; empty if it accepts other values.</summary>
    public abstract IReadOnlyList<string> AllowedWords { get; }

    /// <summary>Puts <paramref name="value"/> into the file's settings; if it is wrong, the fallback and an error.</summary>
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
        // The account in use must never replace a wrong one: removals would go to another community.
        var fallback = get(IsAboutAccount ? new Settings() : file.Fallback);
        set(file.Settings, parser.Parse(new SettingInput(file, this, value), fallback));
    }

    public override object? ValueIn(Settings settings) => get(settings);

    public override void Copy(Settings from, Settings to) => set(to, get(from));
}
