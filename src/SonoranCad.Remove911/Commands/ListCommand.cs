using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary>The command alone: which calls are open?</summary>
internal sealed class ListCommand : ISubcommand
{
    private readonly OpenCallQuery _query;
    private readonly OpenCallMessages _messages;

    public ListCommand(OpenCallQuery query, OpenCallMessages messages)
    {
        _query = query;
        _messages = messages;
    }

    public string Word => string.Empty;

    public string AceSuffix => string.Empty;

    public void Run(CommandContext context)
    {
        if (context.Words.Count > 1)
        {
            context.Reply.Notify(_messages.Usage, Tone.Warning);
            return;
        }

        _query.Run(context, result => context.Reply.Notify(_messages.FormatList(result), Tone.Info));
    }
}
