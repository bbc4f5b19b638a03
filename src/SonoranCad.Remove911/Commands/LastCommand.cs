using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary>Clears the newest open call and says which that is. Others who mean the same call are told of each other.</summary>
internal sealed class LastCommand : ISubcommand
{
    private readonly OpenCallQuery _calls;
    private readonly OpenCallMessages _lines;
    private readonly NewestCallRequests _claims;
    private readonly OutboxDispatcher _dispatcher;
    private readonly RemovalService _desk;

    public LastCommand(OpenCallQuery calls, OpenCallMessages lines, NewestCallRequests claims, OutboxDispatcher dispatcher, RemovalService desk)
    {
        _calls = calls;
        _lines = lines;
        _claims = claims;
        _dispatcher = dispatcher;
        _desk = desk;
    }

    public string Word => "last";

    public string AceSuffix => string.Empty;

    public void Run(CommandContext call)
    {
        var claim = new NewestCallRequest(call.Requester, call.Reply);
        if (call.Words.Count > 1)
        {
            call.Reply.Tell(_lines.Usage, Tone.Warning);
        }
        else if (_claims.TryJoinDone(claim, out var callId, out var others))
        {
            TellOfDone(claim, callId, others);
        }
        else
        {
            _calls.Ask(call, answer => Clear(claim, answer.Calls![0]));
        }
    }

    private void Clear(NewestCallRequest claim, OpenCall newest)
    {
        var wasPending = _dispatcher.IsPending(newest.CallId);
        var others = Others(claim, _claims.Of(newest.CallId));

        // Refused, it has its answer already. Taken on, the answer comes with a later tick at the earliest.
        if (!_desk.Clear(claim.Requester, new[] { newest.CallId }, claim.Reply))
        {
            return;
        }

        // The others hear once of each who joins: whoever waits for long types the command again and again.
        var isNews = _claims.TryAdd(newest.CallId, claim);
        var line = _lines.Line(newest);
        if (others.Count == 0 || !isNews)
        {
            claim.Reply.Tell(new Phrase(wasPending ? "open.last_again" : "open.last").With("line", line), Tone.Info);
            return;
        }

        claim.Reply.Tell(new Phrase("open.last_shared").With("other", others[0].Name).With("line", line), Tone.Info);
        foreach (var other in others)
        {
            other.Reply.Tell(new Phrase("open.last_joined").With("other", claim.Name).With("call", newest.CallId), Tone.Info);
        }
    }

    private void TellOfDone(NewestCallRequest claim, int callId, IReadOnlyList<NewestCallRequest> claims)
    {
        var others = Others(claim, claims);
        claim.Reply.Tell(
            new Phrase("open.last_done").With("other", others[0].Name).With("call", callId).With("command", _desk.Command), Tone.Warning);
        foreach (var other in others)
        {
            other.Reply.Tell(new Phrase("open.last_done_other").With("other", claim.Name).With("call", callId), Tone.Info);
        }
    }

    // Each of the others once, however often they asked.
    private static List<NewestCallRequest> Others(NewestCallRequest claim, IReadOnlyList<NewestCallRequest> claims) =>
        claims.Where(one => !one.IsOf(claim.Requester)).GroupBy(one => RequesterKey.Of(one.Requester)).Select(group => group.First()).ToList();
}
