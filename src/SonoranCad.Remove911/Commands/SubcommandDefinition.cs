using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Commands;

/// <summary>What the command does if its first word is no call id.</summary>
/// <param name="word">The first word, in lower case; empty for the command alone.</param>
/// <param name="usages">The ways to type it.</param>
internal sealed class SubcommandDefinition(string word, params SubcommandUsage[] usages)
{
    public string Word { get; } = word;

    public IReadOnlyList<SubcommandUsage> Usages { get; } = usages;

    /// <summary>
    /// What follows the command's own permission to make the second one that this needs (<c>command.clear911all</c>), or empty.
    /// Never behind a dot: permissions inherit along the dots, so every moderator would hold it.
    /// </summary>
    public string AceSuffix { get; init; } = string.Empty;

    /// <summary>Whether words behind it are ignored; otherwise they are answered with the usage.</summary>
    public bool IgnoresExtraWords { get; init; }

    /// <summary>The usage that the words after the command's name are, or null.</summary>
    public SubcommandUsage? FindUsage(IReadOnlyList<object> words)
    {
        var text = IgnoresExtraWords ? Word : string.Join(" ", words);
        return Usages.FirstOrDefault(usage => string.Equals(usage.Words, text, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>One way to type a subcommand.</summary>
/// <param name="Words">The words after the command's name, in lower case.</param>
/// <param name="ClearsCalls">Whether it clears calls, rather than asking or telling something.</param>
internal sealed record SubcommandUsage(string Words, bool ClearsCalls = false);
