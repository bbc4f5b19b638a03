using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>The README has every message with its fix, word for word: owners search it for what they see.</summary>
public sealed partial class ReadmeMessageTests
{
    // A status needs no fix, and the others are not complete sentences.
    private static readonly string[] NonMessagePrefixes = ["status.", "suggestion.", "kind.", "requester.", "time."];

    [Fact]
    public void ReadmeContainsEveryMessage()
    {
        var readme = Repository.Text("README.md");
        ListAssert.Empty(ShippedLocale.Of(ShippedLocale.English).Texts
            .Where(line => IsMessage(line.Key, line.Value) && !readme.Contains($"| {InTable(line.Value)} | ", StringComparison.Ordinal))
            .Select(line => $"{line.Key}: | {InTable(line.Value)} |"));
    }

    [Fact]
    public void EveryImageInReadmeExists()
    {
        var pictures = ImageLink().Matches(Repository.Text("README.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(Repository.File(picture)), picture));
    }

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex ImageLink();

    private static bool IsMessage(string key, string text) =>
        !NonMessagePrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
        && !key.EndsWith(".many", StringComparison.Ordinal)
        && text.EndsWith('.')
        && !char.IsLower(text[0]);

    private static string InTable(string text) => text
        .Replace("{but}", string.Empty, StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace('{', '‹')
        .Replace('}', '›');
}
