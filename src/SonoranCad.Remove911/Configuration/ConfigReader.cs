namespace SonoranCad.Remove911.Configuration;

/// <summary>Reads config.json, which owners write by hand. Each error names the key, the value (unless it is a secret) and the fix.</summary>
internal static class ConfigReader
{
    // A config.json with every key is 1 KB.
    private const int MaxLength = 64 * 1024;

    // The group is a number such as 010. JSON has none, and the library takes it for octal, so it is read as text.
    private static readonly Regex StringCommentOrZero = new(
        @"""(?s:\\.|[^""\\])*(?:""|\\?\z)|'(?s:\\.|[^'\\])*(?:'|\\?\z)|//.*|/\*(?s:.*?)(?:\*/|\z)|((?<![\w.+-])-?0(?:\d+|[xX]\w+)\b(?![.-]))");

    /// <summary>Reads into <paramref name="file"/>; what convars have set there stays.</summary>
    public static ConfigFile Read(string text, ConfigFile? file = null)
    {
        file ??= new ConfigFile();
        if (text.Length > MaxLength)
        {
            file.AddError(new Phrase("config.too_long").With("most", MaxLength / 1024), isAboutAccount: true);
            return file;
        }

        using var json = LocaleFile.OpenJson(StringCommentOrZero.Replace(text, match => match.Groups[1].Success ? $"\"{match}\"" : match.Value));
        try
        {
            ReadObject(json, file);
        }
        catch (JsonReaderException e)
        {
            // The exception's own message quotes the file, possibly the API key.
            var notJson = new Phrase("config.not_json").With("line", e.LineNumber).With("column", e.LinePosition);
            file.AddError(LocaleFile.IsUtf16(text) ? new Phrase("config.utf16") : notJson, isAboutAccount: true);
        }

        return file;
    }

    private static void ReadObject(JsonTextReader json, ConfigFile file)
    {
        LocaleFile.ReadPastComments(json);
        if (json.TokenType != JsonToken.StartObject)
        {
            file.AddError(new Phrase("config.no_object"), isAboutAccount: true);
            return;
        }

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType != JsonToken.EndObject)
        {
            if (json.TokenType != JsonToken.PropertyName)
                continue;

            var name = (string)json.Value!;
            LocaleFile.ReadPastComments(json);
            Apply(file, name, JToken.ReadFrom(json), seen);
        }

        if (json.TokenType != JsonToken.EndObject)
            throw new JsonReaderException("end of file", json.Path, json.LineNumber, json.LinePosition, null);

        // The reader throws at anything else after the object.
        LocaleFile.ReadPastComments(json);
    }

    // Keys match in any case (the vendor writes communityID) and with spaces around them, but if the exact spelling is there too, only
    // that one counts.
    private static void Apply(ConfigFile file, string name, JToken value, Dictionary<string, string> seen)
    {
        var definition = SettingDefinitions.Find(Sanitize(name));
        var key = definition?.Key ?? name;
        if (seen.TryGetValue(key, out var earlier))
        {
            file.AddWarning(earlier != name && (earlier == key || name == key)
                ? new Phrase("config.two_spellings").With("other", Sanitize(earlier == key ? name : earlier)).With("key", key)
                : new Phrase("config.twice").With("key", Sanitize(name)));
            if (earlier == key && name != key)
                return;
        }

        seen[key] = name;
        if (definition is not null)
            file.Apply(definition, value);
        else if (file.Warnings.Count <= ConfigFile.MaxWarnings)
            WarnAboutUnknown(file, name);
    }

    private static void WarnAboutUnknown(ConfigFile file, string name)
    {
        var suggestion = KeySuggester.Suggest(name, SettingDefinitions.Keys);
        file.AddWarning(new Phrase(suggestion is null ? "config.unknown_key" : "config.mistyped_key")
            .With("key", Sanitize(name)).With("nearest", suggestion ?? string.Empty)
            .With("known", string.Join(", ", SettingDefinitions.Keys)));
    }

    private static string Sanitize(string name) => TextSanitizer.Clean(name, TextSanitizer.MaxNameLength);
}
