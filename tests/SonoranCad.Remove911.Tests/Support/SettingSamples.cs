using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Values of every setting that differ from the default, found by trying.</summary>
internal static class SettingSamples
{
    private static readonly JToken[] Candidates = ["https://cad.example", "de", true, false];

    /// <summary>A file with the setting alone, and not with its default.</summary>
    public static ConfigFile FileWithOther(SettingDefinition definition) => ConfigReader.Read(new JObject { [definition.Key] = Other(definition) }.ToString());

    /// <summary>A value that the setting accepts and that is not its default.</summary>
    public static JToken Other(SettingDefinition definition) => All(definition).First(value =>
    {
        var file = ConfigReader.Read(new JObject { [definition.Key] = value }.ToString());
        return file.Errors.Count == 0 && !Equals(definition.ValueIn(file.Settings), definition.ValueIn(new Settings()));
    });

    private static IEnumerable<JToken> All(SettingDefinition definition)
    {
        var words = definition.Words.Select(word => (JToken)word.Text);
        return definition.Range is { } range ? [(long)range.Max] : Candidates.Concat(words);
    }
}
