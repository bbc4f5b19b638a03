namespace SonoranCad.Remove911.Commands;

/// <summary>Gets the open calls for a subcommand. Replies to the requester itself if there are none or they are unknown.</summary>
internal sealed class OpenCallQuery(OpenCallService calls, RemovalService removals, OpenCallMessages messages)
{
    /// <summary>Calls <paramref name="onFound"/> with the open calls, newest first, if there is at least one.</summary>
    public void Run(CommandContext context, Action<OpenCallsResult> onFound) => calls.GetOpenCalls(result =>
    {
        if (result.Refusal is not null)
            removals.Refuse(context.Requester, result.Refusal, context.Reply);
        else if (result.Calls is null)
            context.Reply.Notify(messages.Unavailable(result.ListError!, context.IsConsole), Tone.Error);
        else if (result.Calls.Count == 0)
            context.Reply.Notify(messages.NoOpenCalls(result, context.IsConsole), result.ListError is null ? Tone.Info : Tone.Warning);
        else
            onFound(result);
    });
}
