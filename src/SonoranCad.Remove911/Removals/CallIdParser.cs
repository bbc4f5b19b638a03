namespace SonoranCad.Remove911.Removals;

/// <summary>Reads call ids from words: "101", "#101", "101,102", "#101, #102".</summary>
internal static class CallIdParser
{
    private static readonly char[] Separators = { ',', ' ', '\t' };

    /// <summary>Reads a command's arguments; the list has a refusal if they hold no id, or something else.</summary>
    public static CallIdList ParseWords(IReadOnlyList<object>? words)
    {
        var ids = new CallIdList();
        for (var i = 0; i < (words?.Count ?? 0); i++)
        {
            if (!TryAddWord(words![i] as string ?? string.Empty, ids))
                return ids;
        }

        return ids.RequireAny();
    }

    /// <summary>Reads one word into <paramref name="ids"/>; false if the caller has to stop reading.</summary>
    public static bool TryAddWord(string word, CallIdList ids)
    {
        // Most words are one plain number.
        if (TryParse(word, out var single))
            return ids.Add(single);

        foreach (var part in word.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = part[0] == '#' ? part.Substring(1) : part;
            var isAccepted = TryParse(digits, out var id) ? ids.Add(id) : ids.Refuse(RemovalErrors.InvalidCallId(part));
            if (!isAccepted)
                return false;
        }

        return true;
    }

    // NumberStyles.None allows ASCII digits only: no sign, space, group separator or digits of another script.
    private static bool TryParse(string digits, out int id) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id >= 1;
}
