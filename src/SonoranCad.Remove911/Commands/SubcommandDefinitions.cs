namespace SonoranCad.Remove911.Commands;

/// <summary>The table of subcommands. A new one needs a row here and an <see cref="ISubcommand"/> in CommandServices.</summary>
internal static class SubcommandDefinitions
{
    public static SubcommandDefinition List { get; } = new(string.Empty) { Help = new Phrase("help.list") };
    public static SubcommandDefinition Last { get; } = new("last", new SubcommandUsage("last", ClearsCalls: true)) { Help = new Phrase("help.last") };

    public static SubcommandDefinition All { get; } = new("all", new SubcommandUsage("all"), new SubcommandUsage("all confirm", ClearsCalls: true))
    {
        AceSuffix = "all",
        Help = new Phrase("help.all"),
    };

    /// <summary>Its help speaks for <see cref="Older"/> too, because the help must fit into the chat.</summary>
    public static SubcommandDefinition From { get; } = new("from", new SubcommandUsage("from <caller>", HasArgument: true))
    {
        AceSuffix = "all",
        Help = new Phrase("help.some"),
        HelpParameters = new Phrase("help.some_parameters"),
    };

    public static SubcommandDefinition Older { get; } = new("older", new SubcommandUsage("older <minutes>", HasArgument: true)) { AceSuffix = "all" };
    public static SubcommandDefinition Confirm { get; } = new("confirm", new SubcommandUsage("confirm", ClearsCalls: true)) { AceSuffix = "all" };
    public static SubcommandDefinition Status { get; } = new("status") { Help = new Phrase("help.status"), IgnoresExtraWords = true };

    public static SubcommandDefinition Reload { get; } = new("reload")
    {
        AceSuffix = "reload",
        Help = new Phrase("help.reload"),
        IgnoresExtraWords = true,
    };

    public static SubcommandDefinition Help { get; } = new("help") { Alias = "?", IgnoresExtraWords = true };

    /// <summary>All subcommands, in the order in which people see them.</summary>
    public static IReadOnlyList<SubcommandDefinition> Table { get; } = new[] { List, Last, All, From, Older, Confirm, Status, Reload, Help };
}
