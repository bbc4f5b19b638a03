using System.Text;

namespace Playground.Display;

/// <summary>Makes text from elsewhere fit to be shown: on one line, not endless, and without power over the terminal.</summary>
internal static class TerminalText
{
    private const int Longest = 1000;

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var letter in text.Length > Longest ? text[..Longest] + "…" : text)
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
