using System.Reflection;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>One setting: its property in <see cref="Settings"/>, which gives its key and its convar, and its allowed values.</summary>
internal sealed class SettingDefinition(string property, Func<SettingInput, object?> parse)
{
    private readonly PropertyInfo _property = typeof(Settings).GetProperty(property)!;

    /// <summary>The key in config.json.</summary>
    public string Key { get; } = char.ToLowerInvariant(property[0]) + property.Substring(1);

    /// <summary>The convar that overrides config.json.</summary>
    public string Convar => "remove911:" + Key;

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
    public SettingRange? Range { get; init; }

    /// <summary>The words that the setting accepts, with their values; empty if it accepts other values.</summary>
    public (string Text, object? Value)[] Words => _property.PropertyType.IsEnum
        ? Enum.GetValues(_property.PropertyType).Cast<object?>().Select(value => (Format(value).ToString(), value)).ToArray()
        : [];

    /// <summary>Shows a value as it is written in config.json. "ox_lib" is the one word that differs from its C# name by more than case.</summary>
    public static object Format(object? value) => value switch
    {
        NotificationMode.OxLib => "ox_lib",
        Enum or bool => value.ToString().ToLowerInvariant(),
        _ => value ?? "null",
    };

    /// <summary>Puts <paramref name="value"/> into the file's settings; if it is wrong, the fallback and an error.</summary>
    public void Apply(ConfigFile file, JToken value, bool isConvar = false) =>
        _property.SetValue(file.Settings, parse(new SettingInput(file, this, value, isConvar)));

    public object? ValueIn(Settings settings) => _property.GetValue(settings);

    /// <summary>The name that the value was set by: the convar's or the key.</summary>
    public string NameIn(Settings settings) => settings.ConvarKeys.Contains(Key) ? Convar : Key;

    /// <summary>Copies the value, and where it comes from.</summary>
    public void Copy(Settings from, Settings to)
    {
        _property.SetValue(to, ValueIn(from));
        to.ConvarKeys.Remove(Key);
        to.ConvarKeys.UnionWith(from.ConvarKeys.Where(key => key == Key));
    }
}

/// <summary>A range of numbers that includes both ends, and 0 (off) if <paramref name="OrZero"/>.</summary>
internal readonly record struct SettingRange(double Min, double Max, bool OrZero = false)
{
    public bool Contains(double number) => (number >= Min && number <= Max) || (OrZero && number == 0);
}
