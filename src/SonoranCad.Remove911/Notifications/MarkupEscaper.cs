namespace SonoranCad.Remove911.Notifications;

/// <summary>Makes a line safe for notifications that render markdown or HTML: the CAD's words must not place a link on a player's screen.</summary>
internal static class MarkupEscaper
{
    // Markdown and HTML anywhere in a line; headings, lists and underlines at its start.
    private static readonly Regex Markup = new(@"[\\`*_\[\]<>&~]|^[#+=-]|(?<=^[0-9]+)[.)]", RegexOptions.CultureInvariant);

    public static string EscapeHtml(string text) => text
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");

    public static string EscapeMarkdown(string text) => Escape(text, character => "\\" + character);

    /// <summary>Replaces each markup character by the result of <paramref name="escape"/>.</summary>
    public static string Escape(string text, Func<char, string> escape) => Markup.Replace(text, match => escape(match.Value[0]));
}
