namespace SonoranCad.Remove911.Configuration;

/// <summary>Finds the key that a mistyped name was meant to be.</summary>
internal static class KeySuggester
{
    // A name with more typos than this, or in more than half of a key, is another word, and a wrong hint is worse than none.
    private const int MaxDistance = 3;

    /// <summary>The key closest to <paramref name="name"/>, or null if none is close.</summary>
    public static string? Suggest(string name, IEnumerable<string> keys) => keys
        .Select(key => (Key: key, Distance: Distance(name, key)))
        .Where(match => match.Distance <= Math.Min(MaxDistance, match.Key.Length / 2))
        .OrderBy(match => match.Distance)
        .FirstOrDefault().Key;

    // The Levenshtein distance, ignoring case: "apikey" means apiKey.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxDistance)
            return int.MaxValue;

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var isSame = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
