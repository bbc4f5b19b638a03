namespace SonoranCad.Remove911.Localization;

/// <summary>Makes outside text safe for the chat and the log: short, and without markers and invisible characters.</summary>
internal static class TextSanitizer
{
    public const int MaxCadTextLength = 200;
    public const int MaxNameLength = 40;

    /// <summary>The maximum length and width of a mistyped word: with the rest of its message it fits one line of the chat.</summary>
    public const int MaxWordLength = 12;

    private const int MaxMarkerPasses = 5;

    // What Unicode calls ignorable, and the blanks that are no spaces: they hide, reorder or pad the text around them.
    private const string Ignorable = @"[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164"
        + @"\uFE00-\uFE0E\uFEFF\uFFA0\uFFF0-\uFFFB]|\uD82F[\uDCA0-\uDCA3]|\uD834[\uDD59\uDD73-\uDD7A]|[\uDB40-\uDB43][\uDC00-\uDFFF]";

    private static readonly Regex Removed = new(Ignorable + @"|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");
    private static readonly Regex Invisible = new(Ignorable + @"|[\s\p{Cc}\u200C\u200D\uFE0F]");
    private static readonly Regex Blanks = new(@"[\s\p{Cc}]+");

    // Emoji need a style after them, and some scripts too a joiner between two characters; elsewhere nobody sees them.
    private static readonly Regex Styles = new(@"(?<![\p{So}\uDC00-\uDFFF])\uFE0F");
    private static readonly Regex Joiners = new(
        @"(?<![^\x00-\x7F\s\u200C\u200D])[\u200C\u200D]|[\u200C\u200D](?![^\x00-\x7F\s\u200C\u200D\uFE0F])");

    // The word of "~Jane~" stays, because it may be a name.
    private static readonly Regex Marker = new(@"\^(?:#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})|[0-9*_~=/r])|~(?:([\p{L}\p{N}_]{2,})|[\p{L}\p{N}_])~");

    /// <summary>Returns <paramref name="text"/> cleaned and cut to <paramref name="maxLength"/> characters; never null.</summary>
    public static string Clean(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || maxLength < 1)
            return string.Empty;

        // Any client may send megabytes.
        var clean = text!.Length / 8 > maxLength ? text.Substring(0, 8 * maxLength) : text;
        if (clean.Contains("  ") || !IsPlain(clean))
        {
            clean = Joiners.Replace(Styles.Replace(Removed.Replace(clean, string.Empty), string.Empty), string.Empty);

            // Removing a marker may create the next one: "^^11".
            for (var pass = 1; Marker.IsMatch(clean); pass++)
                clean = pass < MaxMarkerPasses ? Marker.Replace(clean, "$1") : clean.Replace("^", string.Empty).Replace("~", string.Empty);

            clean = Blanks.Replace(clean, " ");
        }

        clean = clean.Trim();
        return clean.Length <= maxLength ? clean : Shorten(clean, maxLength - 1);
    }

    /// <summary>The first <paramref name="length"/> characters and an ellipsis, without half an emoji.</summary>
    public static string Shorten(string text, int length) =>
        text.Substring(0, length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length) + "…";

    /// <summary>Whether <paramref name="text"/> holds a character that nobody sees: a space, a line break, a zero-width mark.</summary>
    public static bool HasInvisible(string text) => Invisible.IsMatch(text);

    // Most names and identifiers need no cleaning, and a start restores thousands.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or >= '~' or '^')
                return false;
        }

        return true;
    }
}
