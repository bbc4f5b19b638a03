namespace SonoranCad.Remove911.Commands;

/// <summary>The code behind one row of <see cref="SubcommandDefinitions"/>.</summary>
internal interface ISubcommand
{
    SubcommandDefinition Definition { get; }

    /// <summary>Runs the subcommand. The requester has the permission, and the words match one of its usages.</summary>
    void Run(CommandContext context);
}

/// <summary>One use of a subcommand.</summary>
internal sealed record CommandContext(Requester Requester, IReply Reply, SubcommandUsage Usage)
{
    /// <summary>Whether the reader is the owner at the console, who may see everything and has room for it.</summary>
    public bool IsConsole => Requester.Kind == RequesterKind.Console;
}
