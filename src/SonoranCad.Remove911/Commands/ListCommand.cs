using SonoranCad.Remove911.Calls;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Commands;

/// <summary>The command alone: which calls are open?</summary>
internal sealed class ListCommand : ISubcommand
{
    private readonly CallInquiry _calls;
    private readonly CallLines _lines;

    public ListCommand(CallInquiry calls, CallLines lines)
    {
        _calls = calls;
        _lines = lines;
    }

    public string Word => string.Empty;

    public string AceSuffix => string.Empty;

    public void Run(CommandCall call)
    {
        if (call.Words.Count > 1)
        {
            call.Reply.Tell(_lines.Usage, Tone.Warning);
            return;
        }

        _calls.Ask(call, answer => call.Reply.Tell(_lines.List(answer), Tone.Info));
    }
}
