namespace SonoranCad.Remove911.Commands;

/// <summary>The first of two steps that clear several calls: counts them. <see cref="ConfirmCommand"/> is the second.</summary>
internal sealed class CallCounter(
    OpenCallQuery query, OpenCallMessages messages, ClearAllConfirmations confirmations, SettingsMonitor settings)
{
    /// <summary>Completes a question with its count and with what to type.</summary>
    public Phrase Question(Phrase question, int count) => question
        .With("count", count).With("command", settings.Current.Command)
        .With("seconds", (int)ClearAllConfirmations.Lifetime.TotalSeconds);

    /// <summary>Counts the calls that <paramref name="select"/> takes; <paramref name="words"/> count them again.</summary>
    public void Count(CommandContext context, string words, Func<OpenCallsResult, CallSelection> select)
    {
        // Whatever comes of this count, a confirmation must not clear what an earlier one has counted.
        confirmations.Cancel(context.Requester);
        query.Run(context, result =>
        {
            var selection = select(result);
            if (selection.CallIds.Count > 0)
                confirmations.Start(context.Requester, selection.CallIds, words);
            else
                confirmations.Cancel(context.Requester);

            // The question stands last, where the chat shows it.
            var isUnsure = selection.CallIds.Count > 0 || result.ListError is not null;
            var cutNote = selection.CutNote ?? new Phrase("open.counted_cut").With("most", result.Calls!.Count);
            var note = messages.Note(result, context.IsConsole);
            var reply = Phrase.Join(note, result.IsTruncated ? cutNote : null, selection.Note, selection.Reply);
            context.Reply.Notify(reply, isUnsure ? Tone.Warning : Tone.Info);
        });
    }

    /// <summary>Replies that nothing can be counted, and forgets an earlier count.</summary>
    public void Refuse(CommandContext context, Phrase reason)
    {
        confirmations.Cancel(context.Requester);
        context.Reply.Notify(reason, Tone.Error);
    }
}

/// <summary>Some of the open calls, newest first.</summary>
/// <param name="CallIds">Their ids.</param>
/// <param name="Reply">The question, or that there are none.</param>
/// <param name="Note">What these calls may lack, or null.</param>
/// <param name="CutNote">What else to say if more calls are open than are known; null for the usual.</param>
internal sealed record CallSelection(IReadOnlyList<int> CallIds, Phrase Reply, Phrase? Note = null, Phrase? CutNote = null);
