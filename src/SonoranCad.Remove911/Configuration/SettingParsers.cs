namespace SonoranCad.Remove911.Configuration;

/// <summary>Parses one kind of setting each. Returns the value; a wrong one is rejected in favor of the fallback.</summary>
internal static class SettingParsers
{
    private const int MaxTextLength = 500;

    private static readonly Regex CommandPattern = new("^[A-Za-z0-9_-]{1,32}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex LanguageTag = new("^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?\\z", RegexOptions.CultureInvariant);

    /// <summary>Text without whitespace, such as an id or a key. Null means empty.</summary>
    public static object? Text(SettingInput input)
    {
        var text = input.IsNull ? string.Empty : input.Text?.Trim();
        return text is null ? input.Reject(new Phrase("config.not_text"))
            : text.Length > MaxTextLength || TextSanitizer.HasInvisible(text) ? input.Reject(new Phrase("config.odd_text").With("most", MaxTextLength))
            : text;
    }

    public static object? Flag(SettingInput input) =>
        input.Flag ?? input.Reject(new Phrase(input.IsConvar ? "config.convar_not_flag" : "config.not_flag"));

    public static object? Number(SettingInput input) =>
        input.Number is { } number && input.Range.Contains(number) ? number : RejectNumber(input, new Phrase("config.not_number"));

    /// <summary>A whole number; 5.0 and 1e2 are whole.</summary>
    public static object? WholeNumber(SettingInput input) =>
        input.Number is { } number && input.Range.Contains(number) && Math.Floor(number) == number
            ? (int)number
            : RejectNumber(input, new Phrase(input.Range.OrZero ? "config.not_zero_or_whole_number" : "config.not_whole_number"));

    /// <summary>One of a few words, in any case. Enum.TryParse would also accept "3" and "Warn, Info".</summary>
    public static object? Word(SettingInput input)
    {
        var words = input.Words;
        return Array.Find(words, word => string.Equals(word.Text, input.Text?.Trim(), StringComparison.OrdinalIgnoreCase)).Value
            ?? input.Reject(new Phrase("config.not_one_of").With("allowed", string.Join(", ", words.Select(word => $"\"{word.Text}\""))));
    }

    /// <summary>The CAD's number of this game server, as a number or as text. Null and blank text mean none.</summary>
    public static object? ServerId(SettingInput input)
    {
        if (input.IsNull || (input.Text is not null && string.IsNullOrWhiteSpace(input.Text)))
            return null;

        var text = input.Value is JValue { Type: JTokenType.Integer or JTokenType.String } value ? value.ToString(CultureInfo.InvariantCulture) : string.Empty;
        return ParseServerId(text) ?? input.Reject(new Phrase("config.server_id"));
    }

    public static int? ParseServerId(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    /// <summary>The CAD's address, without a trailing slash.</summary>
    public static object? ApiUrl(SettingInput input)
    {
        var text = input.Text?.Trim();
        if ((text is null ? new Phrase("config.address_not_text") : ApiUrlValidator.Validate(text)) is not { } error)
            return text!.TrimEnd('/');

        // An address with an @ may hold a password.
        var isShown = text is null || (text.IndexOf('@') < 0 && !TextSanitizer.HasInvisible(text));
        return input.Reject(new Phrase("config.address").With("fault", error), isShown);
    }

    /// <summary>The address of a Discord webhook; null and empty text mean none. It is a secret, so no error names it or the fallback.</summary>
    public static object? Webhook(SettingInput input)
    {
        var text = input.IsNull ? string.Empty : input.Text?.Trim();
        return text is { Length: 0 } || (text is not null && ApiUrlValidator.Validate(text) is null)
            ? text : input.Reject(new Phrase(input.Fallback is "" ? "config.webhook" : "config.webhook_stays"));
    }

    public static object? CommandName(SettingInput input) =>
        CommandPattern.IsMatch(input.Text ?? string.Empty) ? input.Text : input.Reject(new Phrase("config.command"));

    /// <summary>A language tag. It becomes part of a file's name, so nothing else is accepted.</summary>
    public static object? Locale(SettingInput input)
    {
        var match = LanguageTag.Match(input.Text?.Trim() ?? string.Empty);
        if (!match.Success)
            return input.Reject(new Phrase("config.locale"));

        // Files are named the way language tags are written (pt-BR), whatever the case here.
        var region = match.Groups[2].Value.ToUpperInvariant();
        return match.Groups[1].Value.ToLowerInvariant() + (region.Length == 0 ? string.Empty : "-" + region);
    }

    private static object? RejectNumber(SettingInput input, Phrase error) =>
        input.Reject(error.With("least", input.Range.Min).With("most", input.Range.Max));
}
