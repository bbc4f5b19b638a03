using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Reads config.json, which is written by hand: any text gives a <see cref="ConfigFile"/>, every fault is named with its
/// key, its value and the way to mend it, and the API key's value is never shown.
/// </summary>
internal static class ConfigReader
{
    /// <param name="text">The file's text; null where there is no file, which gives the defaults.</param>
    /// <param name="fallback">What a faulty key falls back to; the defaults unless given.</param>
    public static ConfigFile Read(string? text, Settings? fallback = null)
    {
        var file = new ConfigFile(fallback);
        if (text is null)
        {
            file.AddWarning(new Phrase("config.no_file"));
            return file;
        }

        // Windows' editor puts a byte order mark first; the JSON reader takes it for a fault.
        using var json = new JsonTextReader(new StringReader(text.TrimStart('\uFEFF'))) { MaxDepth = 16, DateParseHandling = DateParseHandling.None };
        try
        {
            ReadObject(json, file);
        }
        catch (JsonException e)
        {
            // The exception's own message quotes the file, and what it quotes may be the key.
            var position = e as JsonReaderException;
            file.AddError(
                new Phrase("config.not_json").With("line", position?.LineNumber ?? json.LineNumber).With("column", position?.LinePosition ?? json.LinePosition),
                isAboutAccount: true);
        }

        return file;
    }

    private static void ReadObject(JsonTextReader json, ConfigFile file)
    {
        while (json.Read() && json.TokenType == JsonToken.Comment)
        {
        }

        if (json.TokenType != JsonToken.StartObject)
        {
            file.AddError(new Phrase("config.no_object"), isAboutAccount: true);
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType != JsonToken.EndObject)
        {
            if (json.TokenType != JsonToken.PropertyName)
            {
                continue;
            }

            var name = (string)json.Value!;
            ReadPastComments(json);
            var value = JToken.ReadFrom(json);
            if (!seen.Add(name))
            {
                file.AddWarning(new Phrase("config.twice").With("key", Sanitize(name)));
            }

            SettingDefinitions.Apply(file, name, value);
        }

        ExpectEnd(json);
    }

    private static void ReadPastComments(JsonTextReader json)
    {
        while (json.Read() && json.TokenType == JsonToken.Comment)
        {
        }
    }

    private static void ExpectEnd(JsonTextReader json)
    {
        if (json.TokenType != JsonToken.EndObject)
        {
            throw new JsonReaderException("end of file", json.Path, json.LineNumber, json.LinePosition, null);
        }

        while (json.Read())
        {
            if (json.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException("text after the object", json.Path, json.LineNumber, json.LinePosition, null);
            }
        }
    }

    private static string Sanitize(string text) => TextSanitizer.Clean(text, TextSanitizer.MaxNameLength);
}
