namespace SonoranCad.Remove911.Configuration;

/// <summary>The CAD's address, without a trailing slash.</summary>
internal sealed class ApiUrlSettingParser : SettingParser<string>
{
    public override string Parse(SettingInput input, string fallback)
    {
        var text = input.Text?.Trim();
        var error = text is null ? new Phrase("config.address_not_text") : ApiUrlValidator.Validate(text);
        if (error is null)
        {
            return text!.TrimEnd('/');
        }

        // An address with an @ may hold a password.
        var actual = text is not null && (text.IndexOf('@') >= 0 || TextSanitizer.HasInvisible(text)) ? string.Empty : input.Actual;
        return input.Reject(
            new Phrase("config.address").With("key", input.Key).With("fault", error).With("but", actual).With("standard", fallback),
            fallback);
    }
}
