using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Tests.Locales;

internal static partial class Placeholders
{
    public static SortedSet<string> Of(string text) => [.. Named().Matches(text).Select(match => match.Groups[1].Value)];

    /// <summary>Whether every brace belongs to a {name}, or to a sample object: { … }.</summary>
    public static bool AreWellFormed(string text) => Named().Replace(text.Replace("{ … }", string.Empty), string.Empty).IndexOfAny(['{', '}']) < 0;

    [GeneratedRegex("\\{([a-z]+(?:_[a-z]+)*)\\}")]
    private static partial Regex Named();
}
