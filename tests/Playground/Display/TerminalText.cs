using System.Text;

namespace Playground.Display;

/// <summary>Makes text from elsewhere safe to show: one line of limited length that cannot control the terminal.</summary>
internal static class TerminalText
{
    private const int MaxLength = 1000;

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var letter in text.Length > MaxLength ? text[..MaxLength] + "…" : text)
        {
            switch (letter)
            {
                case '\n':
                    shown.Append("\\n");
                    break;
                case '\t':
                    shown.Append(' ');
                    break;
                case var control when char.IsControl(control):
                    shown.Append('\uFFFD');
                    break;
                default:
                    shown.Append(letter);
                    break;
            }
        }

        return shown.ToString();
    }
}
