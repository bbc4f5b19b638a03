using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is one of a few words; a faulty one has its default.</summary>
internal static class WordSettingParser
{
    public static T Read<T>(ConfigFile file, string key, JToken value, T standard)
        where T : struct, Enum
    {
        // Not Enum.TryParse: it takes «3» and «Warn, Info» too.
        var words = (T[])Enum.GetValues(typeof(T));
        foreach (var word in words)
        {
            if (value.Type == JTokenType.String && string.Equals((string?)value, Written(word), StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        var allowed = string.Join(", ", words.Select(word => $"\"{Written(word)}\""));
        file.Fail(
            new Phrase("config.not_one_of")
                .With("key", key)
                .With("allowed", allowed)
                .With("but", ConfigValueText.ButIs(key, value))
                .With("standard", Written(standard)),
            isAboutAccount: false);
        return standard;
    }

    // ox_lib is the one word that is no name in C#.
    private static string Written<T>(T word)
        where T : struct, Enum => word is NotificationMode.OxLib ? "ox_lib" : word.ToString().ToLowerInvariant();
}
