namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911</c> alone: lists the open calls, in one chat message or line by line in the console.</summary>
internal sealed class ListCommand(OpenCallQuery query, OpenCallMessages messages) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.List;

    public void Run(CommandContext context) => query.Run(context, result =>
    {
        var tone = result.ListError is null ? Tone.Info : Tone.Warning;
        var lines = messages.FormatList(result, context.IsConsole);
        foreach (var message in context.IsConsole ? lines : [Phrase.JoinLines(lines)])
            context.Reply.Notify(message, tone);
    });
}
