using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// The address of a Discord webhook; null and empty text mean none. Anybody who knows the address can post there, so no
/// error names the value or the fallback.
/// </summary>
internal sealed class WebhookSettingParser : SettingParser<string>
{
    public override string Parse(SettingInput input, string fallback)
    {
        var text = input.Value.Type == JTokenType.Null ? string.Empty : input.Text?.Trim();
        if (text is { Length: 0 } || (text is not null && ApiUrlValidator.Validate(text) is null))
        {
            return text;
        }

        var error = fallback.Length == 0 ? new Phrase("config.webhook") : new Phrase("config.webhook_stays");
        return input.Reject(error.With("key", input.Key), fallback);
    }
}
