using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A setting that is on or off; a faulty one has its default.</summary>
internal static class FlagSettingParser
{
    public static bool Read(ConfigFile file, string key, JToken value, bool standard)
    {
        if (value.Type == JTokenType.Boolean)
        {
            return (bool)value;
        }

        file.Fail(
            new Phrase("config.not_flag").With("key", key).With("but", ConfigValueText.ButIs(key, value)).With("standard", standard ? "true" : "false"),
            isAboutAccount: false);
        return standard;
    }
}
