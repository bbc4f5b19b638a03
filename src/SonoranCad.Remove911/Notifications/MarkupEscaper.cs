using System;
using System.Text;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Keeps a line what it is where notifications render markdown or HTML: the CAD's words stand in it, and must neither set a
/// link nor load a picture on a player's screen.
/// </summary>
internal static class MarkupEscaper
{
    // What begins or ends something within a line, in markdown or HTML.
    private const string Marks = "\\`*_[]<>&~";

    // What only means something at the beginning: headings, lists, underlines.
    private const string LeadingMarks = "#+-=";
    private const string LeadingMarksBehindDigits = ".)";

    /// <summary>Without colour codes and whatever else has no place in one line.</summary>
    public static string StripColors(string text) => TextSanitizer.Clean(text, int.MaxValue - 1);

    /// <summary>Puts in the place of each sign that has a meaning what <paramref name="escape"/> makes of it.</summary>
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

    // Where the line would begin a heading or a list; -1 for nowhere.
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
