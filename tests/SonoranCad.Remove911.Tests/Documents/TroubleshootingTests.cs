using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

/// <summary>docs/troubleshooting.md has every message with its fix, word for word: owners search it for what they see.</summary>
public sealed partial class TroubleshootingTests
{
    // These are not complete sentences.
    private static readonly string[] NonMessagePrefixes = ["suggestion.", "kind.", "requester.", "time."];

    private static readonly IReadOnlyDictionary<string, string> English = ShippedLocale.Of(ShippedLocale.English).Texts;
    private static readonly List<string> Listed = [.. Entry().Matches(Repository.Text("docs/troubleshooting.md")).Select(match => match.Groups["text"].Value)];

    [Fact]
    public void EveryMessageIsListed() => ListAssert.Empty(
        English.Where(line => IsMessage(line.Key, line.Value) && !Listed.Contains(InPage(line.Value))).Select(line => $"{line.Key}: `{InPage(line.Value)}`"));

    [Fact]
    public void EveryListedMessageExists() => ListAssert.Empty(Listed.Except(English.Values.Select(InPage)));

    [Fact]
    public void NoMessageIsListedTwice() => ListAssert.Empty(
        Listed.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void EveryCodeIsListedOnce()
    {
        var section = Repository.Text("docs/troubleshooting.md").Split("\n## ").Single(text => text.StartsWith("Codes\n", StringComparison.Ordinal));
        var codes = CodeRow().Matches(section).SelectMany(row => Code().Matches(row.Value)).Select(code => code.Groups["code"].Value);

        Assert.Equal(
            Enum.GetValues<RemovalErrorKind>().Select(RemovalErrorCodes.For).Distinct().Order(StringComparer.Ordinal),
            codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRowSaysWhatToDo() =>
        Assert.DoesNotMatch(@"(?m)\| *(?:nothing\.?)? *\|$", Repository.Text("docs/troubleshooting.md"));

    private static bool IsMessage(string key, string text) =>
        !NonMessagePrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
        && !key.EndsWith(".many", StringComparison.Ordinal)
        && text.EndsWith('.')
        && !char.IsLower(text[0]);

    private static string InPage(string text) => text
        .Replace("{but}", string.Empty, StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal);

    // A table row or a list item that contains only a message. A code has no space.
    [GeneratedRegex(@"^(?:\| `(?<text>[^`]* [^`]*)` \| |- `(?<text>[^`]+)`$)", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\| `[^|]+\|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();
}
