using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Commands;

/// <summary>The subcommands by their words.</summary>
internal sealed class SubcommandTable
{
    private readonly Dictionary<string, ISubcommand> _byWord;

    public SubcommandTable(IEnumerable<ISubcommand> subcommands)
    {
        _byWord = subcommands.ToDictionary(subcommand => subcommand.Word, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The one that the words mean, or null where they are call ids.</summary>
    public ISubcommand? Find(IReadOnlyList<object>? words)
    {
        var word = words is null || words.Count == 0 ? string.Empty : words[0] as string;
        return word is not null && _byWord.TryGetValue(word, out var subcommand) ? subcommand : null;
    }
}
