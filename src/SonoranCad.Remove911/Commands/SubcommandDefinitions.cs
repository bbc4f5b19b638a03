namespace SonoranCad.Remove911.Commands;

/// <summary>
/// The single table of subcommands. The command, its permissions, the chat suggestion, the contract test and the Playground
/// read it. A new subcommand needs a row here and an <see cref="ISubcommand"/> that the host creates.
/// </summary>
internal static class SubcommandDefinitions
{
    public static SubcommandDefinition List { get; } = new(string.Empty, new SubcommandUsage(string.Empty));

    public static SubcommandDefinition Last { get; } = new("last", new SubcommandUsage("last", ClearsCalls: true));

    public static SubcommandDefinition All { get; } = new("all", new SubcommandUsage("all"), new SubcommandUsage("all confirm", ClearsCalls: true))
    {
        AceSuffix = "all",
    };

    public static SubcommandDefinition Status { get; } = new("status", new SubcommandUsage("status")) { IgnoresExtraWords = true };

    public static SubcommandDefinition Reload { get; } = new("reload", new SubcommandUsage("reload"))
    {
        AceSuffix = "reload",
        IgnoresExtraWords = true,
    };

    /// <summary>All subcommands, in the order in which people see them.</summary>
    public static IReadOnlyList<SubcommandDefinition> Table { get; } = new[] { List, Last, All, Status, Reload };

    /// <summary>The subcommands' words for the chat suggestion. They are the same in every language.</summary>
    public static string Words { get; } = string.Join(", ", Table.Where(definition => definition.Word.Length > 0).Select(definition => definition.Word));
}
