using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>A file in locales/, read without the resource's own reader.</summary>
internal sealed class ShippedLocale
{
    public const string English = "en";

    private ShippedLocale(string file)
    {
        Bytes = File.ReadAllBytes(file);
        Entries = Read(Bytes);
        Texts = Entries.GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
    }

    public byte[] Bytes { get; }

    /// <summary>Each line's key and text, including duplicate keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries { get; }

    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>The languages: en, de, …</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetFiles(Repository.File("locales")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static ShippedLocale Of(string name) => new(Repository.File($"locales/{name}.json"));

    private static List<KeyValuePair<string, string>> Read(byte[] bytes)
    {
        // Strict: no comments, no trailing commas, no byte order mark.
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
        return [.. json.RootElement.EnumerateObject().Select(line => KeyValuePair.Create(line.Name, line.Value.GetString()!))];
    }
}
