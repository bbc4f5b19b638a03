using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The name of a chat command, without its slash.</summary>
internal sealed class CommandSettingParser : SettingParser<string>
{
    private static readonly Regex CommandName = new("^[A-Za-z0-9_-]{1,32}\\z", RegexOptions.CultureInvariant);

    public override string Parse(SettingInput input, string fallback) => input.Text is { } text && CommandName.IsMatch(text)
        ? text
        : input.Reject(new Phrase("config.command").With("key", input.Key).With("but", input.Actual).With("standard", fallback), fallback);
}
