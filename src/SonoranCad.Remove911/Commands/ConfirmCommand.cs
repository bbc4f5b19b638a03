namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 confirm</c>: clears exactly the calls that the same requester has counted in the last seconds.</summary>
internal sealed class ConfirmCommand(
    ClearAllConfirmations confirmations, Outbox outbox, RemovalService removals, SettingsMonitor settings) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.Confirm;

    public void Run(CommandContext context)
    {
        var nothing = new Phrase("open.all_nothing").With("seconds", (int)ClearAllConfirmations.Lifetime.TotalSeconds);
        if (confirmations.Consume(context.Requester) is not { } counted)
            context.Reply.Notify(nothing.With("command", settings.Current.Command), Tone.Error);
        else if (counted.CallIds.Count == 0)
            context.Reply.Notify(new Phrase("open.all_gone"), Tone.Info);
        else
            Submit(context, counted);
    }

    // One request for any number of calls, so that there is one reply. The dispatcher splits it into the CAD's batches.
    private void Submit(CommandContext context, CountedCalls counted)
    {
        var ids = counted.CallIds;
        var capacity = outbox.RemainingCapacity(context.Requester);
        var remaining = capacity.Remaining;

        // A call that is pending already needs no capacity: the request joins its entry.
        var fitting = ids.TakeWhile(callId => removals.IsPending(callId) || remaining-- > 0).ToList();

        // If nothing fits, submit everything: the outbox refuses it with the reason.
        var accepted = fitting.Count > 0 ? fitting : ids;
        if (removals.Submit(context.Requester, accepted, context.Reply) && accepted.Count < ids.Count)
        {
            var part = new Phrase("open.all_part")
                .With("taken", accepted.Count)
                .With("count", ids.Count)
                .With("reason", new Phrase(capacity.LimitedBy == OutboxLimit.Player ? "open.all_yours" : "open.all_full"))
                .With("command", $"{settings.Current.Command} {counted.Words}");
            context.Reply.Notify(part, Tone.Warning);
        }
    }
}
