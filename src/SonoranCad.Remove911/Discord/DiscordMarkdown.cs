using System.Text;

namespace SonoranCad.Remove911.Discord;

/// <summary>Makes plain text show as it is on Discord: no bold, no link, no emoji, no mention out of anybody's name.</summary>
internal static class DiscordMarkdown
{
    // All that means something to Discord's markdown; a backslash before it takes the meaning away.
    private const string Marks = "\\*_~`|<>#[]()@:-+";

    /// <summary>Returns <paramref name="text"/> with its marks escaped, cut to <paramref name="maxLength"/> characters, which count the backslashes.</summary>
    public static string Escape(string text, int maxLength)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var start = escaped.Length;
            Append(escaped, text, ref i);
            var isLast = i == text.Length - 1;
            if (escaped.Length > maxLength - (isLast ? 0 : 1))
            {
                // A whole character at a time: half of a pair, or a backslash alone, would change what follows.
                escaped.Length = start;
                return escaped.Append('…').ToString();
            }
        }

        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, ref int i)
    {
        if (Marks.IndexOf(text[i]) >= 0)
        {
            escaped.Append('\\');
        }

        escaped.Append(text[i]);
        if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            escaped.Append(text[++i]);
        }
    }
}
