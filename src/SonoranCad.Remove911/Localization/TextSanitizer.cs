using System.Text;

namespace SonoranCad.Remove911.Localization;

/// <summary>
/// Makes outside text (player names, resource names, the CAD) safe for a chat line and a log line: without color codes,
/// control characters, direction marks and line breaks, and of limited length.
/// </summary>
internal static class TextSanitizer
{
    /// <summary>The maximum length of the CAD's own words in a message.</summary>
    public const int MaxCadTextLength = 200;

    /// <summary>The maximum length of a name or a mistyped word in a message.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Returns <paramref name="text"/> cleaned and cut to <paramref name="maxLength"/> characters; never null.</summary>
    public static string Clean(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || maxLength < 1)
        {
            return string.Empty;
        }

        if (text!.Length <= maxLength && IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length < maxLength ? text.Length : maxLength + 1);
        for (var i = 0; i < text.Length && clean.Length <= maxLength; i++)
        {
            Append(clean, text, ref i);
        }

        var result = clean.ToString().Trim();
        return result.Length <= maxLength ? result : result.Substring(0, CutAt(result, maxLength - 1)) + "…";
    }

    // Most names and identifiers need no cleaning, and a start restores thousands.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~' or '^')
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder clean, string text, ref int i)
    {
        var c = text[i];
        if (c is >= '0' and <= '9' && clean.Length > 0 && clean[clean.Length - 1] == '^')
        {
            // Removes the caret from the output instead of skipping it in the input: "^^11" must not become "^1".
            clean.Length--;
        }
        else if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            if (clean.Length > 0 && clean[clean.Length - 1] != ' ')
            {
                clean.Append(' ');
            }
        }
        else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            clean.Append(c).Append(text[++i]);
        }
        else if (!char.IsSurrogate(c) && !IsInvisible(c))
        {
            clean.Append(c);
        }
    }

    // Zero-width and direction marks: they hide or reorder the text around them.
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');

    private static int CutAt(string text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
