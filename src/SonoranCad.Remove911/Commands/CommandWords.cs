namespace SonoranCad.Remove911.Commands;

/// <summary>Reads what somebody typed after the command's name.</summary>
internal static class CommandWords
{
    private static readonly char[] Separators = { ' ', '\t' };

    /// <summary>The server's words, or those of the whole <paramref name="line"/> if it holds a "#", which the server takes for a comment.</summary>
    public static IReadOnlyList<object>? Read(IReadOnlyList<object>? words, string? line) => line?.IndexOf('#') >= 0 ? Split(line!) : words;

    // As the server splits it: quotes enclose a word.
    private static List<object> Split(string line) => line.Split('"')
        .SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        .Skip(1).ToList<object>();
}
