namespace SonoranCad.Remove911.Configuration;

/// <summary>A value of config.json or of a convar, for the parser of its setting. A convar's is always text.</summary>
internal sealed class SettingInput(ConfigFile file, SettingDefinition definition, JToken value, bool isConvar)
{
    public bool IsConvar => isConvar;
    public JToken Value => value;
    public bool IsNull => value.Type == JTokenType.Null;
    public string? Text => value.Type == JTokenType.String ? (string?)value : null;

    public double? Number => value.Type is JTokenType.Integer or JTokenType.Float ? (double)value
        : isConvar && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value if it is true or false, otherwise null. Owners also write 1 and 0 in convars.</summary>
    public bool? Flag => value.Type == JTokenType.Boolean ? (bool)value : !isConvar ? null : Text?.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    public SettingRange Range => definition.Range!.Value;
    public (string Text, object? Value)[] Words => definition.Words;

    /// <summary>The value that replaces a wrong one. For the account never the one in use: removals would go to another community.</summary>
    public object? Fallback => definition.ValueIn(definition.IsAboutAccount ? new Settings() : file.Fallback);

    /// <summary>Adds <paramref name="error"/> to the file's errors, with the setting's name and values. Returns the fallback.</summary>
    public object? Reject(Phrase error, bool isValueShown = true)
    {
        file.AddError(
            error.With("key", isConvar ? definition.Convar : definition.Key)
                .With("but", isValueShown && !definition.IsSecret ? FormatActual() : string.Empty)
                .With("standard", definition.IsSecret ? string.Empty : SettingDefinition.Format(Fallback)),
            definition.IsAboutAccount);
        return Fallback;
    }

    // The end of the error's sentence: ", but is 42".
    private Phrase FormatActual() => value.Type switch
    {
        JTokenType.Array => new Phrase("config.but_is_list"),
        JTokenType.Object => new Phrase("config.but_is_object"),
        _ => new Phrase("config.but_is").With("value", TextSanitizer.Clean(value.ToString(Formatting.None), TextSanitizer.MaxNameLength)),
    };
}
