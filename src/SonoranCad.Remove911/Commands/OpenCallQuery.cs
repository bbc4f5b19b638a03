using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary>What the subcommands share: they ask which calls are open, and who asked is told where that is not known.</summary>
internal sealed class OpenCallQuery
{
    private readonly OpenCallService _calls;
    private readonly RemovalService _desk;
    private readonly OpenCallMessages _lines;

    public OpenCallQuery(OpenCallService calls, RemovalService desk, OpenCallMessages lines)
    {
        _calls = calls;
        _desk = desk;
        _lines = lines;
    }

    /// <summary>Asks; <paramref name="known"/> gets the open calls, the newest first, of which there is at least one.</summary>
    public void Ask(CommandContext call, Action<OpenCallsResult> known) => _calls.Ask(answer =>
    {
        if (answer.Fault is not null)
        {
            _desk.Refuse(call.Requester, answer.Fault, call.Reply);
            return;
        }

        if (answer.Calls is null)
        {
            call.Reply.Tell(_lines.Unknown(answer.Failure!), Tone.Warning);
            return;
        }

        if (answer.Calls.Count > 0)
        {
            known(answer);
        }
        else
        {
            call.Reply.Tell(_lines.None(answer), Tone.Info);
        }

        if (answer.Failure is not null)
        {
            call.Reply.Tell(OpenCallMessages.Unchecked(answer.Failure), Tone.Warning);
        }
    });
}
