using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using SonoranCad.Remove911.Tests.Properties;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>The choices of one round: its seed decides all of them.</summary>
internal sealed class FuzzSource(uint seed)
{
    private readonly PCG _pcg = new(seed, seed * 2654435761UL);

    public T Next<T>(Gen<T> generator) => generator.Generate(_pcg, null, out _);

    public T Of<T>(params IReadOnlyList<T> choices) => choices[Number(choices.Count)];

    /// <summary>From 0 up to, but not including, <paramref name="count"/>.</summary>
    public int Number(int count) => (int)_pcg.Next((uint)count);

    public bool OneIn(int count) => Number(count) == 0;

    public string Text() => Next(Generators.Text);

    public object?[] Values() => [.. Enumerable.Range(0, Number(4)).Select(_ => Next(Generators.Value))];

    /// <summary>A text with some parts cut out, doubled, or overwritten.</summary>
    public string Mutate(string text)
    {
        for (var i = Number(4); i >= 0 && text.Length > 0; i--)
        {
            var start = Number(text.Length);
            var length = Math.Min(Number(12), text.Length - start);
            text = Number(4) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, text.Substring(start, length)),
                2 => text.Remove(start, length).Insert(start, Text()),
                _ => text[..start],
            };
        }

        return text;
    }
}
