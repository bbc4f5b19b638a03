using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary>Clears the newest open call and says which that is. Others who mean the same call are told of each other.</summary>
internal sealed class LastCommand(
    OpenCallQuery query,
    OpenCallMessages messages,
    NewestCallRequests requests,
    Outbox outbox,
    RemovalService removals,
    SettingsMonitor settings) : ISubcommand
{
    private readonly NewestCallRequests _requests = requests;

    public SubcommandDefinition Definition => SubcommandDefinitions.Last;

    public void Run(CommandContext context)
    {
        var request = new NewestCallRequest(context.Requester, context.Reply);
        if (_requests.TryJoinCleared(request, out var callId, out var others))
        {
            NotifyAlreadyCleared(request, callId, others);
        }
        else
        {
            query.Run(context, result => Submit(request, result.Calls![0]));
        }
    }

    private void Submit(NewestCallRequest request, OpenCall newest)
    {
        var wasPending = outbox.Find(newest.CallId) is not null;
        var others = OtherRequesters(request, _requests.GetPending(newest.CallId));

        // Refused, it has its answer already. Taken on, the answer comes with a later tick at the earliest.
        if (!removals.Submit(request.Requester, new[] { newest.CallId }, request.Reply))
        {
            return;
        }

        // The others hear once of each who joins: whoever waits for long types the command again and again.
        var isNew = _requests.TryAdd(newest.CallId, request);
        var line = messages.FormatCall(newest);
        if (others.Count == 0 || !isNew)
        {
            request.Reply.Notify(new Phrase(wasPending ? "open.last_again" : "open.last").With("line", line), Tone.Info);
            return;
        }

        request.Reply.Notify(new Phrase("open.last_shared").With("other", others[0].Requester.DisplayName).With("line", line), Tone.Info);
        foreach (var other in others)
        {
            other.Reply.Notify(new Phrase("open.last_joined").With("other", request.Requester.DisplayName).With("call", newest.CallId), Tone.Info);
        }
    }

    private void NotifyAlreadyCleared(NewestCallRequest request, int callId, IReadOnlyList<NewestCallRequest> requests)
    {
        var others = OtherRequesters(request, requests);
        request.Reply.Notify(
            new Phrase("open.last_done").With("other", others[0].Requester.DisplayName).With("call", callId).With("command", settings.Current.Command), Tone.Warning);
        foreach (var other in others)
        {
            other.Reply.Notify(new Phrase("open.last_done_other").With("other", request.Requester.DisplayName).With("call", callId), Tone.Info);
        }
    }

    // Each of the others once, however often they asked.
    private static List<NewestCallRequest> OtherRequesters(NewestCallRequest request, IReadOnlyList<NewestCallRequest> requests) =>
        requests.Where(other => !other.IsFrom(request.Requester)).GroupBy(other => other.Requester.Key).Select(group => group.First()).ToList();
}
