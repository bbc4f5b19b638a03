using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is one of a few words; a faulty one has its default.</summary>
internal static class WordSettingParser
{
    public static T Read<T>(ConfigFile file, string key, JToken value, T fallback)
        where T : struct, Enum
    {
        // Not Enum.TryParse: it takes «3» and «Warn, Info» too.
        var choices = (T[])Enum.GetValues(typeof(T));
        foreach (var choice in choices)
        {
            if (value.Type == JTokenType.String && string.Equals((string?)value, ToConfigWord(choice), StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        var allowed = string.Join(", ", choices.Select(choice => $"\"{ToConfigWord(choice)}\""));
        file.AddError(
            new Phrase("config.not_one_of")
                .With("key", key)
                .With("allowed", allowed)
                .With("but", ConfigValueText.FormatActual(key, value))
                .With("standard", ToConfigWord(fallback)),
            isAboutAccount: false);
        return fallback;
    }

    // ox_lib is the one word that is no name in C#.
    private static string ToConfigWord<T>(T choice)
        where T : struct, Enum => choice is NotificationMode.OxLib ? "ox_lib" : choice.ToString().ToLowerInvariant();
}
