namespace SonoranCad.Remove911.Localization;

/// <summary>A sentence for people in any language: its key in locales/*.json and its values. <see cref="Localizer"/> formats it. Immutable.</summary>
internal sealed class Phrase(string key) : IEquatable<Phrase>
{
    // The value added last, and the phrase without it.
    private readonly string? _name;
    private readonly object? _value;
    private readonly Phrase? _rest;

    private Phrase(Phrase rest, string name, object value)
        : this(rest.Key) => (_rest, _name, _value) = (rest, name, value);

    /// <summary>The key in locales/*.json; empty if the phrase joins several sentences.</summary>
    public string Key { get; } = key;

    /// <summary>The sentences that the phrase joins, or null if it is a single one.</summary>
    public IReadOnlyList<Phrase>? Sentences { get; private init; }

    public string Separator { get; private init; } = string.Empty;

    /// <summary>If not 0, <see cref="Sentences"/> are versions: the first one of at most this many columns (<see cref="TextWidth"/>) is the text.</summary>
    public int MaxWidth { get; private init; }

    /// <summary>Joins those of the sentences that are not null.</summary>
    public static Phrase Join(params IEnumerable<Phrase?> sentences) =>
        new(string.Empty) { Sentences = sentences.OfType<Phrase>().ToList(), Separator = " " };

    public static Phrase JoinLines(IEnumerable<Phrase> lines) =>
        new(string.Empty) { Sentences = lines.ToList(), Separator = "\n" };

    /// <summary>The first version that is short enough in the server's language; the last one is cut if none is.</summary>
    public static Phrase FirstFitting(IEnumerable<Phrase> versions, int maxWidth) =>
        new(string.Empty) { Sentences = versions.ToList(), MaxWidth = maxWidth };

    /// <summary>A sentence with a number, whose keys end in <c>.one</c> and <c>.many</c>; the placeholder is <c>{count}</c>.</summary>
    public static Phrase OfCount(string key, int count) => new Phrase(key + (count == 1 ? ".one" : ".many")).With("count", count);

    /// <summary>A sentence about calls, whose keys end in <c>.one</c> and <c>.many</c>; the placeholder is <c>{calls}</c>.</summary>
    public static Phrase OfCalls(string key, IReadOnlyList<int> callIds) =>
        new Phrase(key + (callIds.Count == 1 ? ".one" : ".many")).With("calls", ListFormatter.FormatShort(callIds));

    /// <summary>A copy with <paramref name="value"/> (a text, a number or a phrase) for the placeholder <c>{name}</c>.</summary>
    public Phrase With(string name, object value) => new(this, name, value);

    public object? Value(string name)
    {
        for (var phrase = this; phrase is not null; phrase = phrase._rest)
        {
            if (phrase._name == name)
                return phrase._value;
        }

        return null;
    }

    /// <summary>Whether both have the same keys and values.</summary>
    public bool Equals(Phrase? other) => other is not null
        && Key == other.Key && Separator == other.Separator && _name == other._name && Equals(_value, other._value)
        && (_rest is null ? other._rest is null : _rest.Equals(other._rest))
        && (Sentences is null ? other.Sentences is null : other.Sentences is not null && Sentences.SequenceEqual(other.Sentences));

    public override bool Equals(object? obj) => Equals(obj as Phrase);
    public override int GetHashCode() => Sentences is null ? Key.GetHashCode() : Sentences.Count;
}

/// <summary>The tone of a message, which decides its color or its notification's type.</summary>
internal enum Tone
{
    Success,
    Warning,
    Error,
    Info,
}
