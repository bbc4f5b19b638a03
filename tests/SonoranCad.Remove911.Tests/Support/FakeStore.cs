using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A key-value store in memory that counts accesses and outlives the parts that use it.</summary>
internal sealed class FakeStore : IKeyValueStore
{
    public SortedDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public int Flushes { get; private set; }

    public void Set(string key, string value) => Values[key] = value;

    public void Delete(string key) => Values.Remove(key);

    /// <summary>The key that reaches the store in a read.</summary>
    public Func<string, string>? ReadKey { get; set; }

    public string? Get(string key) => Values.GetValueOrDefault(ReadKey?.Invoke(key) ?? key);

    public IReadOnlyList<string> Keys(string prefix) => [.. Values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>Called after each flush.</summary>
    public Action? OnFlush { get; set; }

    /// <summary>Whether writes fail.</summary>
    public bool FailsToFlush { get; set; }

    public void Flush()
    {
        if (FailsToFlush)
        {
            throw new InvalidOperationException("the disk is full");
        }

        Flushes++;
        OnFlush?.Invoke();
    }
}
