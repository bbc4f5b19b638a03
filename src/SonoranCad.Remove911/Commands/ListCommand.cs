using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary>The command alone: which calls are open?</summary>
internal sealed class ListCommand : ISubcommand
{
    private readonly OpenCallQuery _calls;
    private readonly OpenCallMessages _lines;

    public ListCommand(OpenCallQuery calls, OpenCallMessages lines)
    {
        _calls = calls;
        _lines = lines;
    }

    public string Word => string.Empty;

    public string AceSuffix => string.Empty;

    public void Run(CommandContext call)
    {
        if (call.Words.Count > 1)
        {
            call.Reply.Tell(_lines.Usage, Tone.Warning);
            return;
        }

        _calls.Ask(call, answer => call.Reply.Tell(_lines.List(answer), Tone.Info));
    }
}
