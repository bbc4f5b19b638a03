using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Shows a wrong value to the owner. Not for secrets.</summary>
internal static class ConfigValueText
{
    /// <summary>The end of the error's sentence: ", but is 42".</summary>
    public static Phrase FormatActual(JToken value) => value.Type switch
    {
        JTokenType.Array => new Phrase("config.but_is_list"),
        JTokenType.Object => new Phrase("config.but_is_object"),
        _ => new Phrase("config.but_is").With("value", TextSanitizer.Clean(value.ToString(Formatting.None), TextSanitizer.MaxNameLength)),
    };
}
