using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is on or off; a faulty one has its default.</summary>
internal static class FlagSettingParser
{
    public static bool Read(ConfigFile file, string key, JToken value, bool fallback)
    {
        if (value.Type == JTokenType.Boolean)
        {
            return (bool)value;
        }

        file.AddError(
            new Phrase("config.not_flag").With("key", key).With("but", ConfigValueText.FormatActual(key, value)).With("standard", fallback ? "true" : "false"),
            isAboutAccount: false);
        return fallback;
    }
}
