using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Text without whitespace, such as an id or a key. Null means empty.</summary>
internal sealed class TextSettingParser : SettingParser<string>
{
    private const int MaxLength = 500;

    public override string Parse(SettingInput input, string fallback)
    {
        if (input.Value.Type == JTokenType.Null)
        {
            return string.Empty;
        }

        if (input.Text is null)
        {
            return input.Reject(new Phrase("config.not_text").With("key", input.Key).With("but", input.Actual), fallback);
        }

        var text = input.Text.Trim();
        return text.Length > MaxLength || TextSanitizer.HasInvisible(text)
            ? input.Reject(new Phrase("config.odd_text").With("key", input.Key).With("most", MaxLength), fallback)
            : text;
    }
}
