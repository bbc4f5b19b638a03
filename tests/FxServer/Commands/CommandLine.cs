using System;
using System.Collections.Generic;
using System.Text;

namespace FxServer;

/// <summary>A typed command: its words (quotes group some, and a comment is dropped), and the whole line.</summary>
public sealed class CommandLine
{
    private CommandLine(string raw, IReadOnlyList<string> words)
    {
        Raw = raw;
        Words = words;
    }

    public string Raw { get; }

    /// <summary>The command's name and its arguments; empty for an empty line.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Splits a line into words as the server does.</summary>
    public static CommandLine Parse(string line)
    {
        if (line is null)
        {
            throw new ArgumentNullException(nameof(line));
        }

        var raw = line.Trim();
        return new CommandLine(raw, ReadWords(raw));
    }

    private static List<string> ReadWords(string line)
    {
        var words = new List<string>();
        var at = 0;
        while (true)
        {
            for (; at < line.Length && line[at] <= ' '; at++)
            {
            }

            if (at == line.Length || IsComment(line, at))
            {
                return words;
            }

            words.Add(line[at] == '"' ? ReadQuoted(line, ref at) : ReadPlain(line, ref at));
        }
    }

    // The server takes it for a line of server.cfg: "#" and "//" at the beginning of a word begin a comment.
    private static bool IsComment(string line, int at) => line[at] == '#' || string.CompareOrdinal(line, at, "//", 0, 2) == 0;

    // A pair of quotes with nothing in between is an argument too.
    private static string ReadQuoted(string line, ref int at)
    {
        var word = new StringBuilder();
        for (at++; at < line.Length && line[at] != '"'; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] == '"')
            {
                at++;
            }

            word.Append(line[at]);
        }

        at = Math.Min(at + 1, line.Length);
        return word.ToString();
    }

    // A quote ends it: a"b c"d are three words.
    private static string ReadPlain(string line, ref int at)
    {
        var start = at;
        for (; at < line.Length && line[at] > ' ' && line[at] != '"'; at++)
        {
        }

        return line.Substring(start, at - start);
    }
}
