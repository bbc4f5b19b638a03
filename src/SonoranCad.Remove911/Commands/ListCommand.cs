using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911</c> alone: lists the open calls.</summary>
internal sealed class ListCommand(OpenCallQuery query, OpenCallMessages messages) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.List;

    public void Run(CommandContext context) =>
        query.Run(context, result => context.Reply.Notify(messages.FormatList(result), Tone.Info));
}
