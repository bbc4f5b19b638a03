using System;
using System.Collections.Generic;
using System.Globalization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Reads call ids out of words: «101», «#101», «101,102», «#101, #102».</summary>
internal static class CallIdParser
{
    private static readonly char[] Separators = { ',', ' ', '\t' };

    /// <summary>Reads the arguments of a command; the result refuses where there is none or one can't be read.</summary>
    /// <param name="words">Texts, as the server hands them over; null counts as none.</param>
    public static CallIdList ParseWords(IReadOnlyList<object>? words)
    {
        var ids = new CallIdList();
        for (var i = 0; i < (words?.Count ?? 0); i++)
        {
            if (!ParseWords(words![i] as string ?? string.Empty, ids))
            {
                return ids;
            }
        }

        if (ids.Ids.Count == 0)
        {
            ids.Refuse(RemovalErrors.NoCallId);
        }

        return ids;
    }

    /// <summary>Reads one word into <paramref name="ids"/>; false when the request is refused.</summary>
    public static bool ParseWords(string word, CallIdList ids)
    {
        // Most words are one plain number.
        if (TryParse(word, out var single))
        {
            return ids.Add(single);
        }

        foreach (var part in word.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = part[0] == '#' ? part.Substring(1) : part;
            var isAccepted = TryParse(digits, out var id) ? ids.Add(id) : ids.Refuse(RemovalErrors.InvalidCallId(part));
            if (!isAccepted)
            {
                return false;
            }
        }

        return true;
    }

    // NumberStyles.None takes ASCII digits alone: no sign, no space, no group separator, no other script's digits.
    private static bool TryParse(string digits, out int id) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id >= 1;
}
