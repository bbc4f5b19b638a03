using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// The window of the server's chat, as measured at 1920 x 1080: nine lines of about 70 characters, always at its end. It wraps
/// between words, but not at an unbreakable space, and indents each line of a message but the first. A full-width character
/// is as wide as two others, and an uppercase letter is a third wider than the average.
/// </summary>
internal static class ChatWindow
{
    public const int Height = 9;

    /// <summary>The most lines that a reply may take, so that one more stays in view.</summary>
    public const int MaxLines = 8;

    private const int Width = 70;
    private const int Indent = 2;

    /// <summary>The lines that a message takes. <paramref name="message"/> begins with its title, "911: ".</summary>
    public static IReadOnlyList<string> Lay(string message)
    {
        var lines = new List<string>();
        foreach (var paragraph in message.Split('\n'))
        {
            lines.Add(string.Empty);
            foreach (var word in paragraph.Split(' '))
            {
                Append(lines, word);
            }
        }

        return lines;
    }

    /// <summary>Fails if a message is too long for the window.</summary>
    public static void AssertFits(string message)
    {
        var lines = Lay(message);
        Assert.True(lines.Count <= MaxLines, $"{lines.Count} lines in the chat:\n{string.Join('\n', lines)}");
    }

    private static void Append(List<string> lines, string word)
    {
        var room = lines.Count == 1 ? Width : Width - Indent;
        var separator = lines[^1].Length == 0 ? string.Empty : " ";
        if (WidthOf(lines[^1] + separator + word) <= room)
        {
            lines[^1] += separator + word;
            return;
        }

        if (lines[^1].Length > 0)
        {
            lines.Add(string.Empty);
        }

        // A word that is longer than a line breaks anywhere.
        while (WidthOf(word) > Width - Indent)
        {
            var fitting = Enumerable.Range(1, word.Length).Last(length => WidthOf(word[..length]) <= Width - Indent);
            lines[^1] = word[..fitting];
            word = word[fitting..];
            lines.Add(string.Empty);
        }

        lines[^1] = word;
    }

    private static double WidthOf(string text) => text.Sum(letter => IsFullWidth(letter) ? 2 : char.IsUpper(letter) ? 1.3 : 1);

    // Hangul, kana, Chinese characters and the full-width forms. An emoji is two of .NET's characters, so it counts twice.
    private static bool IsFullWidth(char letter) =>
        letter is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');
}
