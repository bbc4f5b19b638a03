namespace SonoranCad.Remove911.Localization;

/// <summary>Formats phrases in the server's language, or in English (which has every key) if that language lacks one.</summary>
internal sealed class Localizer(IReadOnlyDictionary<string, string> english)
{
    private static readonly Regex Placeholder = new(@"\{[a-z_]+\}", RegexOptions.CultureInvariant);

    private Dictionary<string, string> _texts = new();

    /// <summary>Switches to these texts. Returns the keys of those of another version, which are not used.</summary>
    public IReadOnlyList<string> SetTexts(IReadOnlyDictionary<string, string> texts)
    {
        _texts = texts.Where(text => IsCurrent(text.Key, text.Value)).ToDictionary(text => text.Key, text => text.Value);
        return texts.Keys.Where(key => !_texts.ContainsKey(key)).ToList();
    }

    /// <summary>The text of a phrase; never throws, whatever an owner wrote into a file.</summary>
    public string Format(Phrase phrase)
    {
        if (phrase.Sentences is null)
            return Fill(Template(phrase.Key), phrase);

        if (phrase.MaxWidth > 0)
        {
            return phrase.Sentences.Select(version => Format(version)).FirstOrDefault(version => TextWidth.Of(version) <= phrase.MaxWidth)
                ?? TextWidth.Clean(Format(phrase.Sentences[phrase.Sentences.Count - 1]), phrase.MaxWidth);
        }

        var text = new StringBuilder();
        foreach (var sentence in phrase.Sentences)
            text.Append(text.Length == 0 ? string.Empty : phrase.Separator).Append(Format(sentence));

        return text.ToString();
    }

    // English has the key, and each placeholder, which would get no value otherwise.
    private bool IsCurrent(string key, string text) => english.TryGetValue(key, out var original)
        && Placeholder.Matches(text).Cast<Match>().All(placeholder => original.Contains(placeholder.Value));

    private string Template(string key) =>
        _texts.TryGetValue(key, out var text) || english.TryGetValue(key, out text) ? text : key;

    private string Fill(string template, Phrase phrase)
    {
        var open = template.IndexOf('{');
        if (open < 0)
            return template;

        var text = new StringBuilder();
        var done = 0;
        while (open >= 0)
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
                break;

            var value = phrase.Value(template.Substring(open + 1, close - open - 1));
            text.Append(template, done, open - done);
            text.Append(value is null ? template.Substring(open, close + 1 - open) : Format(value));
            done = close + 1;
            open = template.IndexOf('{', done);
        }

        return text.Append(template, done, template.Length - done).ToString();
    }

    private string Format(object value) =>
        value as string ?? (value is Phrase phrase ? Format(phrase) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
}
