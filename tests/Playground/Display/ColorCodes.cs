using Spectre.Console;

namespace Playground.Display;

/// <summary>Turns the server's color codes (^0 to ^9) into colors. Everything else stays text, Spectre's markup too.</summary>
internal static class ColorCodes
{
    private static readonly Color[] Colors =
    [
        Color.Default, Color.Red, Color.Green, Color.Yellow, Color.Blue, Color.Aqua, Color.Purple, Color.Default, Color.Orange1, Color.Grey,
    ];

    public static Paragraph Read(string text)
    {
        var paragraph = new Paragraph();
        var style = Style.Plain;
        var from = 0;
        for (var index = 0; index < text.Length - 1; index++)
        {
            if (text[index] == '^' && char.IsAsciiDigit(text[index + 1]))
            {
                paragraph.Append(TerminalText.Of(text[from..index]), style);
                style = new Style(Colors[text[index + 1] - '0']);
                from = index + 2;
                index++;
            }
        }

        return paragraph.Append(TerminalText.Of(text[from..]), style);
    }
}
