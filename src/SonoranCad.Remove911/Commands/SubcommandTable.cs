namespace SonoranCad.Remove911.Commands;

/// <summary>Finds subcommands by their word.</summary>
internal sealed class SubcommandTable
{
    private readonly Dictionary<string, ISubcommand> _byWord = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">A row of <see cref="SubcommandDefinitions"/> has no subcommand.</exception>
    public SubcommandTable(params ISubcommand[] subcommands)
    {
        foreach (var subcommand in subcommands)
        {
            _byWord.Add(subcommand.Definition.Word, subcommand);
            _byWord[subcommand.Definition.Alias ?? subcommand.Definition.Word] = subcommand;
        }

        if (SubcommandDefinitions.Table.FirstOrDefault(definition => !_byWord.ContainsKey(definition.Word)) is { } missing)
            throw new ArgumentException($"The subcommand \"{missing.Word}\" has no code.", nameof(subcommands));
    }

    /// <summary>Finds the subcommand that the first word names; null if the words are call ids.</summary>
    public ISubcommand? Find(IReadOnlyList<object> words) =>
        (words.Count == 0 ? string.Empty : words[0] as string) is { } word && _byWord.TryGetValue(word, out var subcommand) ? subcommand : null;
}

/// <summary>The code behind one row of <see cref="SubcommandDefinitions"/>.</summary>
internal interface ISubcommand
{
    SubcommandDefinition Definition { get; }

    /// <summary>Runs the subcommand. The requester has the permission, and the words match one of its usages.</summary>
    void Run(CommandContext context);
}

/// <summary>One use of a subcommand.</summary>
/// <param name="Requester">Who typed it.</param>
/// <param name="Reply">The way back to the requester.</param>
/// <param name="Usage">The usage that the words match.</param>
/// <param name="Argument">The words after the first; not cleaned.</param>
internal sealed record CommandContext(Requester Requester, IReply Reply, SubcommandUsage Usage, string Argument)
{
    /// <summary>Whether the reader is the owner at the console, who may see everything and has room for it.</summary>
    public bool IsConsole => Requester.Kind == RequesterKind.Console;
}
