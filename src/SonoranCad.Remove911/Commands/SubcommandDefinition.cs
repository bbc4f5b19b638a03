namespace SonoranCad.Remove911.Commands;

/// <summary>A subcommand. <paramref name="word"/> is its first word in lower case; empty for the command alone.</summary>
internal sealed class SubcommandDefinition(string word, params SubcommandUsage[] usages)
{
    public string Word { get; } = word;

    /// <summary>Another word for it, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>What it does, as the help says it; null if the help leaves it out.</summary>
    public Phrase? Help { get; init; }

    /// <summary>What the help shows after the word, or null.</summary>
    public Phrase? HelpParameters { get; init; }

    public IReadOnlyList<SubcommandUsage> Usages { get; } = usages.Length > 0 ? usages : [new SubcommandUsage(word)];

    /// <summary>Forms a second, required permission with the command's (<c>command.clear911all</c>); empty for none.</summary>
    /// <remarks>Never starts with a dot: permissions inherit along dots, so everyone with the command's would hold it.</remarks>
    public string AceSuffix { get; init; } = string.Empty;

    /// <summary>Whether extra words are ignored. Otherwise the reply to them names the help.</summary>
    public bool IgnoresExtraWords { get; init; }

    /// <summary>Whether a source that has the command's permission <paramref name="ace"/> may use it. 0 is no player, and may.</summary>
    public bool IsAllowed(int source, IPlayerDirectory players, string ace) =>
        source == 0 || AceSuffix.Length == 0 || players.IsAllowed(source, ace + AceSuffix);

    /// <summary>Finds the usage that matches the words after the command's name, or null.</summary>
    public SubcommandUsage? FindUsage(IReadOnlyList<object> words)
    {
        var text = IgnoresExtraWords ? Word : string.Join(" ", words);
        return Usages.FirstOrDefault(usage => usage.HasArgument ? words.Count > 1 : string.Equals(usage.Words, text, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>One way to type a subcommand: the words after the command's name, in lower case.</summary>
/// <param name="Words">The words, as the documents show them.</param>
/// <param name="ClearsCalls">Whether it clears calls at once.</param>
/// <param name="HasArgument">Whether all words after the first are an argument.</param>
internal sealed record SubcommandUsage(string Words, bool ClearsCalls = false, bool HasArgument = false);
