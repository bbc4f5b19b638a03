using System.Text;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Makes a line safe for notifications that render markdown or HTML. The line may quote the CAD, whose words must not place a
/// link or load a picture on a player's screen.
/// </summary>
internal static class MarkupEscaper
{
    // Markup anywhere in a line, of markdown or HTML.
    private const string Marks = "\\`*_[]<>&~";

    // Markup only at the start of a line: headings, lists, underlines.
    private const string LeadingMarks = "#+-=";
    private const string LeadingMarksBehindDigits = ".)";

    /// <summary>Removes color codes and everything else that doesn't belong in a single line.</summary>
    public static string StripColors(string text) => TextSanitizer.Clean(text, int.MaxValue - 1);

    /// <summary>Replaces each markup character by the result of <paramref name="escape"/>.</summary>
    public static string Escape(string text, Func<char, string> escape)
    {
        var result = new StringBuilder(text.Length);
        var leading = FindLeadingMark(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == leading || Marks.IndexOf(text[i]) >= 0)
            {
                result.Append(escape(text[i]));
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    // The index of the character that would start a heading or a list, or -1.
    private static int FindLeadingMark(string text)
    {
        var i = 0;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        var marks = i == 0 ? LeadingMarks : LeadingMarksBehindDigits;
        return i < text.Length && marks.IndexOf(text[i]) >= 0 ? i : -1;
    }
}
