namespace SonoranCad.Remove911.Localization;

/// <summary>Reads a file of locales/: one JSON object of keys and texts, which owners may edit by hand.</summary>
internal static class LocaleFile
{
    /// <summary>The language that has every text. The DLL contains them, so no message depends on a file.</summary>
    public const string English = "en";

    public static IReadOnlyDictionary<string, string> BuiltIn { get; } = ReadBuiltIn();

    public static string FileName(string locale) => $"locales/{locale}.json";

    /// <summary>Whether a file is UTF-16, which arrives as two replacement characters, or cut off at the first NUL.</summary>
    public static bool IsUtf16(string text) => text == "{" || text.StartsWith("\uFFFD\uFFFD", StringComparison.Ordinal);

    /// <summary>Reads a file's text. Invalid JSON gives no texts at all, because half of them would mix two languages.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text, out Phrase? error)
    {
        using var json = OpenJson(text);
        try
        {
            return ReadObject(json, out error);
        }
        catch (JsonReaderException e)
        {
            error = IsUtf16(text) ? new Phrase("locale.utf16") : new Phrase("locale.not_json").With("line", e.LineNumber).With("column", e.LinePosition);
            return new Dictionary<string, string>();
        }
    }

    /// <summary>Opens JSON that owners write by hand. Notepad writes a byte order mark first, which the reader rejects.</summary>
    public static JsonTextReader OpenJson(string text) =>
        new(new StringReader(text.TrimStart('\uFEFF'))) { MaxDepth = 16, DateParseHandling = DateParseHandling.None };

    public static void ReadPastComments(JsonTextReader json)
    {
        while (json.Read() && json.TokenType == JsonToken.Comment)
        {
        }
    }

    private static IReadOnlyDictionary<string, string> ReadBuiltIn()
    {
        using var stream = typeof(LocaleFile).Assembly.GetManifestResourceStream(FileName(English))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd(), out _);
    }

    private static Dictionary<string, string> ReadObject(JsonTextReader json, out Phrase? error)
    {
        var texts = new Dictionary<string, string>();
        error = null;
        ReadPastComments(json);
        if (json.TokenType != JsonToken.StartObject)
        {
            error = new Phrase("locale.no_object");
            return texts;
        }

        foreach (var property in JObject.Load(json).Properties())
        {
            if (property.Value.Type == JTokenType.String)
                texts[property.Name] = (string)property.Value!;
            else
                error ??= new Phrase("locale.not_a_text").With("key", TextSanitizer.Clean(property.Name, TextSanitizer.MaxNameLength));
        }

        // An extra brace ends the object early: then the reader throws at the text after it.
        ReadPastComments(json);
        return texts;
    }
}
