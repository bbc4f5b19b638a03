using System;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is a number within bounds; a faulty one has its default.</summary>
internal static class NumberSettingParser
{
    public static double Read(ConfigFile file, string key, JToken value, double min, double max, double fallback, bool isWhole)
    {
        if (value.Type is JTokenType.Integer or JTokenType.Float)
        {
            var number = (double)value;
            if (number >= min && number <= max && (!isWhole || Math.Floor(number) == number))
            {
                return number;
            }
        }

        file.AddError(
            new Phrase(isWhole ? "config.not_whole_number" : "config.not_number")
                .With("key", key)
                .With("least", min)
                .With("most", max)
                .With("but", ConfigValueText.FormatActual(key, value))
                .With("standard", fallback),
            isAboutAccount: false);
        return fallback;
    }
}
