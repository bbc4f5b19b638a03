namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 help</c>: one line for each subcommand that the requester may use.</summary>
internal sealed class HelpCommand(IPlayerDirectory players, SettingsMonitor settings) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.Help;

    public void Run(CommandContext context)
    {
        var lines = SubcommandDefinitions.Table
            .Where(definition => definition.Help is not null && definition.IsAllowed(context.Requester.Source, players, settings.Current.Ace))
            .Select(definition => new Phrase(definition.HelpParameters is null ? "help.line" : "help.line_with_parameters")
                .With("parameters", definition.HelpParameters ?? (object)string.Empty)
                .With("usage", $"/{settings.Current.Command} {definition.Word}".TrimEnd())
                .With("help", definition.Help!));
        context.Reply.Notify(Phrase.JoinLines(lines), Tone.Info);
    }
}
