namespace SonoranCad.Remove911.Commands;

/// <summary>Reads what somebody typed after the command's name.</summary>
internal static class CommandWords
{
    private static readonly char[] Separators = [' ', '\t'];

    /// <summary>The server's words, and those that the <paramref name="line"/> has after a "#", which the server takes for a comment.</summary>
    public static IReadOnlyList<object>? Read(IReadOnlyList<object>? words, string? line)
    {
        if (words is null || line is null || line.IndexOf('#') < 0)
            return words;

        var typed = Split(line).Skip(1).ToList<object>();
        return words.SequenceEqual(typed.Take(words.Count)) ? typed : words;
    }

    // As the server splits it: quotes enclose a word.
    private static IEnumerable<string> Split(string line) =>
        line.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
}
