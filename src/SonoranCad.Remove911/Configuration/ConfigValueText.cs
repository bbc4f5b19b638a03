using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>How a faulty value is shown to the owner.</summary>
internal static class ConfigValueText
{
    /// <summary>«, but is …», or nothing where the value is a secret.</summary>
    public static object FormatActual(string key, JToken value)
    {
        if (ConfigKeys.IsSecret(key))
        {
            return string.Empty;
        }

        return value.Type switch
        {
            JTokenType.Array => new Phrase("config.but_is_list"),
            JTokenType.Object => new Phrase("config.but_is_object"),
            _ => new Phrase("config.but_is").With("value", TextSanitizer.Clean(value.ToString(Formatting.None), TextSanitizer.MaxNameLength)),
        };
    }
}
