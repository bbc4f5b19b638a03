using System;
using System.Collections.Generic;
using System.Text;

namespace FxServer;

/// <summary>A typed command: its words (quotes group some), and the line without its slash.</summary>
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
        if (raw.StartsWith("/", StringComparison.Ordinal))
        {
            raw = raw.Substring(1);
        }

        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        foreach (var letter in raw)
        {
            if (letter == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (letter == ' ' && !quoted)
            {
                EndWord(words, word, ref begun);
            }
            else
            {
                word.Append(letter);
                begun = true;
            }
        }

        EndWord(words, word, ref begun);
        return new CommandLine(raw, words);
    }

    private static void EndWord(List<string> words, StringBuilder word, ref bool begun)
    {
        // A pair of quotes with nothing in between is an argument too.
        if (begun)
        {
            words.Add(word.ToString());
        }

        word.Clear();
        begun = false;
    }
}
