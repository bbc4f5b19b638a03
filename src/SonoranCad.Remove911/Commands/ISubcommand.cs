namespace SonoranCad.Remove911.Commands;

/// <summary>The code behind one row of <see cref="SubcommandDefinitions"/>.</summary>
internal interface ISubcommand
{
    SubcommandDefinition Definition { get; }

    /// <summary>Runs it. The requester has the permission, and the words are one of its usages.</summary>
    void Run(CommandContext context);
}
