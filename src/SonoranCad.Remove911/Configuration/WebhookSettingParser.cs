using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Where outcomes are posted: whoever knows the address may post there too, so it is a secret like a key.</summary>
internal static class WebhookSettingParser
{
    /// <summary>The address, or empty where there is none or a faulty one; the value is never shown.</summary>
    public static string Read(ConfigFile file, JToken value)
    {
        var text = value.Type switch
        {
            JTokenType.Null => string.Empty,
            JTokenType.String => ((string)value!).Trim(),
            _ => null,
        };
        if (text is { Length: 0 } || (text is not null && ApiUrlValidator.Validate(text) is null))
        {
            return text;
        }

        var error = file.Fallback.DiscordWebhook.Length == 0 ? new Phrase("config.webhook") : new Phrase("config.webhook_stays");
        file.AddError(error.With("key", ConfigKeys.DiscordWebhook), isAboutAccount: false);
        return file.Fallback.DiscordWebhook;
    }
}
