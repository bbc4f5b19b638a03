using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Commands;

/// <summary>
/// The first of the two steps that clear several open calls: counts them and asks the requester to confirm.
/// <see cref="ConfirmCommand"/> is the second.
/// </summary>
internal sealed class CallCounter(
    OpenCallQuery query, OpenCallMessages messages, ClearAllConfirmations confirmations, SettingsMonitor settings)
{
    /// <summary>Says that calls which are open may be missing, because only the newest are known.</summary>
    public static Phrase PartlyCounted(OpenCallsResult result) => new Phrase("open.counted_cut").With("most", result.Calls!.Count);

    /// <summary>Completes a question with its count and with what to type.</summary>
    public Phrase Question(Phrase question, int count) => question
        .With("count", count)
        .With("command", settings.Current.Command)
        .With("seconds", (int)ClearAllConfirmations.Lifetime.TotalSeconds);

    /// <summary>Counts the calls that <paramref name="select"/> takes from the open calls, of which there is at least one.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="words">What to type after the command's name to count again.</param>
    /// <param name="select">Selects the calls.</param>
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
            var sentences = new[] { messages.Note(result, context.IsConsole), result.IsTruncated ? selection.CutNote : null, selection.Note, selection.Reply };
            context.Reply.Notify(Phrase.Join(sentences.OfType<Phrase>()), isUnsure ? Tone.Warning : Tone.Info);
        });
    }

    /// <summary>Replies that nothing can be counted, and forgets an earlier count.</summary>
    public void Refuse(CommandContext context, Phrase reason)
    {
        confirmations.Cancel(context.Requester);
        context.Reply.Notify(reason, Tone.Error);
    }
}

/// <summary>Some of the open calls.</summary>
/// <param name="CallIds">Their ids, the newest first.</param>
/// <param name="Reply">The question, or that there are none.</param>
/// <param name="CutNote">What to say if more calls are open than are known.</param>
internal sealed record CallSelection(IReadOnlyList<int> CallIds, Phrase Reply, Phrase CutNote)
{
    /// <summary>What else these calls may lack, or null.</summary>
    public Phrase? Note { get; init; }
}
