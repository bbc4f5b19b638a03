namespace SonoranCad.Remove911.Configuration;

/// <summary>One of a few words: the members of <typeparamref name="T"/>, in any case.</summary>
internal sealed class WordSettingParser<T> : SettingParser<T>
    where T : struct, Enum
{
    // Enum.TryParse would also accept "3" and "Warn, Info".
    private static readonly (string Word, T Value)[] Words =
        ((T[])Enum.GetValues(typeof(T))).Select(value => (WordFor(value), value)).ToArray();

    public override IReadOnlyList<string> AllowedWords { get; } = Words.Select(entry => entry.Word).ToList();

    public override T Parse(SettingInput input, T fallback)
    {
        foreach (var (word, value) in Words)
        {
            if (string.Equals(input.Text, word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var allowed = string.Join(", ", AllowedWords.Select(word => $"\"{word}\""));
        var error = new Phrase("config.not_one_of").With("key", input.Key).With("allowed", allowed);
        return input.Reject(error.With("but", input.Actual).With("standard", WordFor(fallback)), fallback);
    }

    // "ox_lib" is the one word that differs from its C# name by more than case.
    private static string WordFor(T value) => value is NotificationMode.OxLib ? "ox_lib" : value.ToString().ToLowerInvariant();
}
