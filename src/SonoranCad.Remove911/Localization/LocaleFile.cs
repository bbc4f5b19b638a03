using System.Collections.Generic;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Localization;

/// <summary>Reads a file of locales/: one JSON object of keys and texts, which owners may change by hand.</summary>
internal static class LocaleFile
{
    /// <summary>The language whose texts are complete, and stand in the DLL too: no file that is gone makes it mute.</summary>
    public const string English = "en";

    /// <summary>The texts that the DLL was built with.</summary>
    public static IReadOnlyDictionary<string, string> ReadBuiltIn()
    {
        using var stream = typeof(LocaleFile).Assembly.GetManifestResourceStream(FileName(English))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd(), out _);
    }

    /// <summary>The file's name in the resource's folder.</summary>
    public static string FileName(string locale) => $"locales/{locale}.json";

    /// <summary>Reads a file's text. Of one that is no whole JSON nothing is used: half of it would mix two languages.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="error">What is wrong with it, or null.</param>
    public static IReadOnlyDictionary<string, string> Read(string text, out Phrase? error)
    {
        using var json = new JsonTextReader(new StringReader(text.TrimStart('\uFEFF'))) { MaxDepth = 16, DateParseHandling = DateParseHandling.None };
        try
        {
            return ReadObject(json, out error);
        }
        catch (JsonReaderException e)
        {
            error = new Phrase("locale.not_json").With("line", e.LineNumber).With("column", e.LinePosition);
            return new Dictionary<string, string>();
        }
    }

    private static Dictionary<string, string> ReadObject(JsonTextReader json, out Phrase? error)
    {
        var texts = new Dictionary<string, string>();
        error = null;
        while (json.Read() && json.TokenType == JsonToken.Comment)
        {
        }

        if (json.TokenType != JsonToken.StartObject)
        {
            error = new Phrase("locale.no_object");
            return texts;
        }

        foreach (var property in JObject.Load(json).Properties())
        {
            if (property.Value.Type == JTokenType.String)
            {
                texts[property.Name] = (string)property.Value!;
            }
            else
            {
                error ??= new Phrase("locale.not_a_text").With("key", TextSanitizer.Clean(property.Name, TextSanitizer.MaxNameLength));
            }
        }

        // A brace too many ends the object early: the reader throws at what stands behind it.
        while (json.Read())
        {
        }

        return texts;
    }
}
