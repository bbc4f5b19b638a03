namespace SonoranCad.Remove911.Commands;

/// <summary>Clears the newest open call and names it. People who mean the same call hear of each other.</summary>
internal sealed class LastCommand(
    OpenCallQuery query, OpenCallMessages messages, NewestCallRequests requests, RemovalService removals,
    SettingsMonitor settings) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.Last;

    public void Run(CommandContext context)
    {
        var request = new NewestCallRequest(context.Requester, context.Reply);
        if (requests.TryJoinCleared(request, out var callId, out var others))
            NotifyAlreadyCleared(request, callId, others);
        else
            query.Run(context, result => Submit(request, result, context.IsConsole));
    }

    private void Submit(NewestCallRequest request, OpenCallsResult result, bool isConsole)
    {
        if (result.ListError is not null)
            request.Reply.Notify(messages.Note(result, isConsole)!, Tone.Warning);

        var newest = result.Calls![0];
        var wasPending = removals.IsPending(newest.CallId);
        var others = requests.GetPending(newest.CallId).Where(other => !other.IsFrom(request.Requester)).ToList();

        // A refused request has its reply by now. An accepted one gets it in a later tick, after the messages below.
        if (!removals.Submit(request.Requester, new[] { newest.CallId }, request.Reply))
            return;

        // The others hear of each requester once, because people who have to wait repeat the command.
        var isNew = requests.TryAdd(newest.CallId, request);
        var line = messages.FormatCall(newest);
        if (others.Count == 0 || !isNew)
        {
            request.Reply.Notify(new Phrase(wasPending ? "open.last_again" : "open.last").With("line", line), Tone.Info);
            return;
        }

        request.Reply.Notify(new Phrase("open.last_shared").With("other", others[0].Requester.DisplayName).With("line", line), Tone.Info);
        foreach (var other in others)
            other.Reply.Notify(new Phrase("open.last_joined").With("other", request.Requester.DisplayName).With("call", newest.CallId), Tone.Info);
    }

    private void NotifyAlreadyCleared(NewestCallRequest request, int callId, IReadOnlyList<NewestCallRequest> others)
    {
        request.Reply.Notify(
            new Phrase("open.last_done").With("other", others[0].Requester.DisplayName).With("call", callId).With("command", settings.Current.Command), Tone.Warning);
        foreach (var other in others)
            other.Reply.Notify(new Phrase("open.last_done_other").With("other", request.Requester.DisplayName).With("call", callId), Tone.Info);
    }
}
