using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Localization;

/// <summary>
/// A sentence for people before it is in any language: its key in locales/*.json and what goes into its placeholders.
/// <see cref="Localizer"/> makes the text of it where it is shown. Immutable.
/// </summary>
internal sealed class Phrase : IEquatable<Phrase>
{
    private readonly Phrase? _rest;
    private readonly string? _name;
    private readonly object? _value;

    public Phrase(string key)
    {
        Key = key;
    }

    private Phrase(Phrase rest, string name, object value)
    {
        Key = rest.Key;
        _rest = rest;
        _name = name;
        _value = value;
    }

    private Phrase(IReadOnlyList<Phrase> sentences, string separator)
    {
        Key = string.Empty;
        Sentences = sentences;
        Separator = separator;
    }

    /// <summary>The key in locales/*.json; empty for several sentences.</summary>
    public string Key { get; }

    /// <summary>The sentences that this one consists of, or null where it is one by itself.</summary>
    public IReadOnlyList<Phrase>? Sentences { get; }

    /// <summary>What stands between the sentences.</summary>
    public string Separator { get; } = string.Empty;

    /// <summary>Several sentences, one after the other.</summary>
    public static Phrase Join(IEnumerable<Phrase> sentences) => new(sentences.ToList(), " ");

    /// <summary>Several sentences, each in a line of its own.</summary>
    public static Phrase JoinLines(IEnumerable<Phrase> lines) => new(lines.ToList(), "\n");

    /// <summary>Two sentences.</summary>
    public static Phrase Join(Phrase first, Phrase second) => new(new[] { first, second }, " ");

    /// <summary>
    /// A sentence about calls, which languages say differently for one and for many: the keys end in <c>.one</c> and
    /// <c>.many</c>, the placeholder is <c>{calls}</c>.
    /// </summary>
    public static Phrase OfCalls(string key, IReadOnlyList<int> callIds, bool all = false) =>
        new Phrase(key + (callIds.Count == 1 ? ".one" : ".many")).With("calls", all ? CallIdFormatter.FormatAll(callIds) : CallIdFormatter.FormatShort(callIds));

    /// <summary>The same with <paramref name="value"/> for the placeholder <c>{name}</c>: a text, a number or a phrase.</summary>
    public Phrase With(string name, object value) => new(this, name, value);

    /// <summary>The value for a placeholder; null where there is none.</summary>
    public object? Value(string name)
    {
        for (var phrase = this; phrase is not null; phrase = phrase._rest)
        {
            if (phrase._name == name)
            {
                return phrase._value;
            }
        }

        return null;
    }

    /// <summary>Whether both read alike: the same keys with the same values.</summary>
    public bool Equals(Phrase? other)
    {
        if (other is null || Key != other.Key || Separator != other.Separator || Sentences?.Count != other.Sentences?.Count)
        {
            return false;
        }

        if (Sentences is not null)
        {
            return Sentences.SequenceEqual(other.Sentences);
        }

        var mine = this;
        var others = other;
        while (mine._rest is not null && others._rest is not null)
        {
            if (mine._name != others._name || !Equals(mine._value, others._value))
            {
                return false;
            }

            mine = mine._rest;
            others = others._rest;
        }

        return mine._rest is null && others._rest is null;
    }

    public override bool Equals(object? obj) => Equals(obj as Phrase);

    public override int GetHashCode() => Sentences is null ? Key.GetHashCode() : Sentences.Count;

    public override string ToString() => Sentences is null ? Key : string.Join(" ", Sentences);
}
