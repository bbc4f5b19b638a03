using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The name of a language: it becomes part of a file's name, so nothing but a language tag will do.</summary>
internal static class LocaleSettingParser
{
    private static readonly Regex Tag = new("^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?$", RegexOptions.CultureInvariant);

    public static string Read(ConfigFile file, JToken value)
    {
        var match = Tag.Match(value.Type == JTokenType.String ? ((string)value!).Trim() : string.Empty);
        if (match.Success)
        {
            // The files are named as language tags are written, whatever the case in config.json: pt-BR.
            var region = match.Groups[2].Value.ToUpperInvariant();
            return match.Groups[1].Value.ToLowerInvariant() + (region.Length == 0 ? string.Empty : "-" + region);
        }

        file.AddError(
            new Phrase("config.locale").With("key", ConfigKeys.Locale).With("but", ConfigValueText.FormatActual(ConfigKeys.Locale, value)).With("standard", file.Fallback.Locale),
            isAboutAccount: false);
        return file.Fallback.Locale;
    }
}
