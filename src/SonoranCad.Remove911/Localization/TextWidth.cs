namespace SonoranCad.Remove911.Localization;

/// <summary>How much of a line of the chat a text takes. A column is as wide as an average letter.</summary>
internal static class TextWidth
{
    /// <summary>A line of the chat, which wraps after about 70 columns and indents each line but the first.</summary>
    public const int ChatLine = 66;

    public static int Of(string text) => (text.Sum(TenthsOf) + 9) / 10;

    /// <summary>Cleans a text and shortens it to <paramref name="columns"/>, which are at least one.</summary>
    public static string Clean(string text, int columns)
    {
        text = TextSanitizer.Clean(text, columns);
        if (Of(text) <= columns)
            return text;

        // The ellipsis takes the last column.
        var (length, tenths) = (0, 10);
        while ((tenths += TenthsOf(text[length])) <= columns * 10)
            length++;

        return TextSanitizer.Shorten(text, length);
    }

    // Chinese, Japanese and Korean characters take two columns. So does an emoji, which is two chars.
    private static int TenthsOf(char letter) => letter switch
    {
        (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uA960' and <= '\uA97F') => 20,
        (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF01' and <= '\uFF60') => 20,
        _ => char.IsUpper(letter) ? 13 : 10,
    };
}
