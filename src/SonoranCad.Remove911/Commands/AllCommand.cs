using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary>
/// Clears every open call, in two steps: the first counts them, the second, by the same requester within seconds, clears
/// exactly those that were counted.
/// </summary>
internal sealed class AllCommand : ISubcommand
{
    private const string ConfirmWord = "confirm";

    private readonly OpenCallQuery _calls;
    private readonly OpenCallMessages _lines;
    private readonly ClearAllConfirmations _confirmations;
    private readonly OutboxDispatcher _dispatcher;
    private readonly RemovalService _desk;

    public AllCommand(OpenCallQuery calls, OpenCallMessages lines, ClearAllConfirmations confirmations, OutboxDispatcher dispatcher, RemovalService desk)
    {
        _calls = calls;
        _lines = lines;
        _confirmations = confirmations;
        _dispatcher = dispatcher;
        _desk = desk;
    }

    public string Word => "all";

    public string AceSuffix => "all";

    public void Run(CommandContext call)
    {
        if (call.Words.Count == 1)
        {
            _calls.Ask(call, answer => Count(call, answer));
        }
        else if (call.Words.Count == 2 && call.Word(1) == ConfirmWord)
        {
            Confirm(call);
        }
        else
        {
            call.Reply.Tell(_lines.Usage, Tone.Warning);
        }
    }

    private static Phrase WithSeconds(Phrase phrase) => phrase.With("seconds", (int)ClearAllConfirmations.Time.TotalSeconds);

    private void Count(CommandContext call, OpenCallsResult answer)
    {
        var ids = answer.Calls!.Select(one => one.CallId).ToList();
        _confirmations.Begin(call.Requester, ids);
        var question = WithSeconds(Phrase.OfCalls("open.all_ask", ids).With("count", ids.Count).With("command", _desk.Command));
        var sentences = new List<Phrase> { question };
        if (answer.IsCut)
        {
            sentences.Add(new Phrase("open.all_cut").With("most", ids.Count));
        }

        if (answer.IsSinceStart)
        {
            sentences.Add(_lines.SinceStart);
        }

        call.Reply.Tell(Phrase.Of(sentences), Tone.Warning);
    }

    private void Confirm(CommandContext call)
    {
        var ids = _confirmations.Take(call.Requester);
        if (ids is null)
        {
            call.Reply.Tell(WithSeconds(new Phrase("open.all_nothing").With("command", _desk.Command)), Tone.Warning);
        }
        else if (ids.Count == 0)
        {
            call.Reply.Tell(new Phrase("open.all_gone"), Tone.Info);
        }
        else
        {
            Clear(call, ids);
        }
    }

    // One ticket whatever the number, so one answer; the delivery sends it in batches as the CAD allows.
    private void Clear(CommandContext call, IReadOnlyList<int> ids)
    {
        var fitting = Fitting(ids, _dispatcher.RemainingCapacity(call.Requester, out var limit));

        // Where nothing of it fits the outbox refuses it in its own words.
        IReadOnlyList<int> taken = fitting.Count > 0 ? fitting : ids;
        if (_desk.Clear(call.Requester, taken, call.Reply) && taken.Count < ids.Count)
        {
            call.Reply.Tell(
                new Phrase("open.all_part")
                    .With("taken", taken.Count)
                    .With("count", ids.Count)
                    .With("left", ids.Count - taken.Count)
                    .With("reason", new Phrase(ReferenceEquals(limit, RemovalErrors.TooManyOfYours) ? "open.all_yours" : "open.all_full"))
                    .With("command", _desk.Command),
                Tone.Warning);
        }
    }

    // Those that are pending already are joined and take no room.
    private List<int> Fitting(IReadOnlyList<int> ids, int room)
    {
        var fitting = new List<int>();
        foreach (var callId in ids)
        {
            var takesRoom = !_dispatcher.IsPending(callId);
            if (takesRoom && room == 0)
            {
                break;
            }

            room -= takesRoom ? 1 : 0;
            fitting.Add(callId);
        }

        return fitting;
    }
}
