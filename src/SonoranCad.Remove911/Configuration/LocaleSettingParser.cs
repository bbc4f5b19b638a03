using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Configuration;

/// <summary>A language tag. It becomes part of a file's name, so nothing else is accepted.</summary>
internal sealed class LocaleSettingParser : SettingParser<string>
{
    private static readonly Regex Tag = new("^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?\\z", RegexOptions.CultureInvariant);

    public override string Parse(SettingInput input, string fallback)
    {
        var match = Tag.Match(input.Text?.Trim() ?? string.Empty);
        if (!match.Success)
        {
            return input.Reject(new Phrase("config.locale").With("key", input.Key).With("but", input.Actual).With("standard", fallback), fallback);
        }

        // Files are named the way language tags are written (pt-BR), whatever the case in config.json.
        var region = match.Groups[2].Value.ToUpperInvariant();
        return match.Groups[1].Value.ToLowerInvariant() + (region.Length == 0 ? string.Empty : "-" + region);
    }
}
