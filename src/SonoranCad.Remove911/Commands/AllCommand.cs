using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary>
/// Clears every open call in two steps: the first counts them; the second, by the same requester within seconds, clears
/// exactly the calls that were counted.
/// </summary>
internal sealed class AllCommand(
    OpenCallQuery query,
    OpenCallMessages messages,
    ClearAllConfirmations confirmations,
    Outbox outbox,
    RemovalService removals,
    SettingsMonitor settings) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.All;

    public void Run(CommandContext context)
    {
        if (context.Usage.ClearsCalls)
        {
            Confirm(context);
        }
        else
        {
            query.Run(context, result => AskForConfirmation(context, result));
        }
    }

    private static Phrase WithSeconds(Phrase phrase) => phrase.With("seconds", (int)ClearAllConfirmations.Lifetime.TotalSeconds);

    private void AskForConfirmation(CommandContext context, OpenCallsResult result)
    {
        var ids = result.Calls!.Select(openCall => openCall.CallId).ToList();
        confirmations.Start(context.Requester, ids);
        var question = WithSeconds(Phrase.OfCalls("open.all_ask", ids).With("count", ids.Count).With("command", settings.Current.Command));
        var cut = result.IsTruncated ? new Phrase("open.all_cut").With("most", ids.Count) : null;

        // The question stands last, where the chat shows it.
        var sentences = new[] { messages.Note(result, context.IsConsole), cut, question };
        context.Reply.Notify(Phrase.Join(sentences.OfType<Phrase>()), Tone.Warning);
    }

    private void Confirm(CommandContext context)
    {
        var ids = confirmations.Consume(context.Requester);
        if (ids is null)
        {
            context.Reply.Notify(WithSeconds(new Phrase("open.all_nothing").With("command", settings.Current.Command)), Tone.Error);
        }
        else if (ids.Count == 0)
        {
            context.Reply.Notify(new Phrase("open.all_gone"), Tone.Info);
        }
        else
        {
            Submit(context, ids);
        }
    }

    // One request for any number of calls, so that there is one reply. The dispatcher splits it into the CAD's batches.
    private void Submit(CommandContext context, IReadOnlyList<int> ids)
    {
        var capacity = outbox.RemainingCapacity(context.Requester);
        var fitting = TakeFitting(ids, capacity.Remaining);

        // If nothing fits, submit everything: the outbox refuses it with the reason.
        IReadOnlyList<int> accepted = fitting.Count > 0 ? fitting : ids;
        if (removals.Submit(context.Requester, accepted, context.Reply) && accepted.Count < ids.Count)
        {
            context.Reply.Notify(
                new Phrase("open.all_part")
                    .With("taken", accepted.Count)
                    .With("count", ids.Count)
                    .With("reason", new Phrase(capacity.LimitedBy == OutboxLimit.Player ? "open.all_yours" : "open.all_full"))
                    .With("command", settings.Current.Command),
                Tone.Warning);
        }
    }

    // A call that is pending already needs no capacity: the request joins its entry.
    private List<int> TakeFitting(IReadOnlyList<int> ids, int capacity) =>
        ids.TakeWhile(callId => removals.IsPending(callId) || capacity-- > 0).ToList();
}
