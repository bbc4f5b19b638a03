using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A value of config.json, for the parser of its setting.</summary>
internal sealed class SettingInput(ConfigFile file, SettingDefinition definition, JToken value)
{
    public string Key => definition.Key;

    public JToken Value { get; } = value;

    /// <summary>The value if it is text, otherwise null.</summary>
    public string? Text => Value.Type == JTokenType.String ? (string?)Value : null;

    /// <summary>The end of an error's sentence: ", but is 42". Empty if the setting is a secret.</summary>
    public object Actual => definition.IsSecret ? string.Empty : ConfigValueText.FormatActual(Value);

    /// <summary>Adds <paramref name="error"/> to the file's errors and returns the value to use instead.</summary>
    public T Reject<T>(Phrase error, T fallback)
    {
        file.AddError(error, definition.IsAboutAccount);
        return fallback;
    }
}
