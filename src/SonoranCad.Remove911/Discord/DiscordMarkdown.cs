using System.Text;

namespace SonoranCad.Remove911.Discord;

/// <summary>Escapes plain text for Discord, so that nobody's name turns into bold text, a link, an emoji or a mention.</summary>
internal static class DiscordMarkdown
{
    // Everything with a meaning in Discord's markdown, unless a backslash precedes it.
    private const string Marks = "\\*_~`|<>#[]()@:-+";

    /// <summary>Escapes a text and cuts it to <paramref name="maxLength"/> characters, including the backslashes.</summary>
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
                // Cut whole characters: half a surrogate pair, or a backslash alone, would change what follows.
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
