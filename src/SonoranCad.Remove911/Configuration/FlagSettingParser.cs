using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>On or off.</summary>
internal sealed class FlagSettingParser : SettingParser<bool>
{
    public override bool Parse(SettingInput input, bool fallback) => input.Value.Type == JTokenType.Boolean
        ? (bool)input.Value
        : input.Reject(
            new Phrase("config.not_flag").With("key", input.Key).With("but", input.Actual).With("standard", fallback ? "true" : "false"),
            fallback);
}
