using System;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is a number within bounds; a faulty one has its default.</summary>
internal static class NumberSettingParser
{
    public static double Read(ConfigFile file, string key, JToken value, double least, double most, double standard, bool isWhole)
    {
        if (value.Type is JTokenType.Integer or JTokenType.Float)
        {
            var number = (double)value;
            if (number >= least && number <= most && (!isWhole || Math.Floor(number) == number))
            {
                return number;
            }
        }

        file.Fail(
            new Phrase(isWhole ? "config.not_whole_number" : "config.not_number")
                .With("key", key)
                .With("least", least)
                .With("most", most)
                .With("but", ConfigValueText.ButIs(key, value))
                .With("standard", standard),
            isAboutAccount: false);
        return standard;
    }
}
