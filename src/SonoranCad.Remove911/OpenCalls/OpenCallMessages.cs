namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Builds the messages about open calls and about why they are unknown.</summary>
internal sealed class OpenCallMessages(RemovalService removals, SettingsMonitor settings, IClock clock)
{
    /// <summary>The maximum number of calls in a chat message. With what stands around them they take eight of its nine lines.</summary>
    public const int MaxShown = 5;

    // How much of a caller and of a location is shown: the first that lets the line fit.
    private static readonly int[] NameLengths = { 64, 48, 40, 32, 26, 22, 18, 15, 12, 9 };

    public Phrase NoOpenCalls(OpenCallsResult result, bool isConsole) =>
        Phrase.Join(new Phrase("open.none"), Note(result, isConsole));

    /// <summary>Says what the calls shown may lack, or null. Only the console has room for the reason.</summary>
    public Phrase? Note(OpenCallsResult result, bool isConsole) => result switch
    {
        { ListError: { } error } when isConsole => Phrase.Join(new Phrase("open.unchecked"), error.Reason),
        { ListError: not null } => new Phrase("open.unchecked"),
        { IsSinceStart: true } => new Phrase("open.since_start").With("age", DurationText.FormatAge(clock.Elapsed)),
        _ => null,
    };

    /// <summary>The lines of the list. The chat shows the end of a message, so the newest call and the hint stand last.</summary>
    public List<Phrase> FormatList(OpenCallsResult result, bool isConsole)
    {
        var calls = result.Calls!;
        var note = Note(result, isConsole);
        var shown = isConsole ? calls.Count : note is not null && calls.Count > MaxShown ? MaxShown - 1 : MaxShown;
        var older = calls.Count > shown ? new Phrase("open.older").With("count", calls.Count - shown) : null;
        var heading = new Phrase(result.IsTruncated ? "open.cut" : calls.Count == 1 ? "open.one" : "open.many").With("count", calls.Count);
        return
        [
            heading,
            .. new[] { note, older }.OfType<Phrase>(),
            .. calls.Take(shown).Reverse().Select(call => FormatLine(call, isConsole)),
            Phrase.FirstFitting(new[] { Hint("open.how", calls[0]), Hint("open.how_short", calls[0]) }, TextWidth.ChatLine),
        ];
    }

    /// <summary>One call in one line of the chat: id, caller, location and, if known, its age and that it is no emergency.</summary>
    public Phrase FormatCall(OpenCall call, bool isPending = false) =>
        Phrase.FirstFitting(NameLengths.Select(length => Format(call, length, isPending)), TextWidth.ChatLine);

    /// <summary>Says why the open calls are unknown and what to do.</summary>
    public Phrase Unavailable(CallListError error, bool isConsole)
    {
        var failed = new Phrase("open.failed").With("reason", error.Reason);
        var turnOn = isConsole && error.IsPermanent ? new Phrase("open.turn_on") : null;
        var byNumber = new Phrase("open.by_number").With("command", settings.Current.Command);
        return error.BlocksRemovals ? failed : Phrase.Join(failed, turnOn, byNumber);
    }

    private Phrase Hint(string key, OpenCall newest) => new Phrase(key).With("command", settings.Current.Command).With("call", newest.CallId);

    private Phrase FormatLine(OpenCall call, bool isWhole) =>
        isWhole ? Format(call, int.MaxValue, removals.IsPending(call.CallId)) : FormatCall(call, removals.IsPending(call.CallId));

    private Phrase Format(OpenCall call, int nameLength, bool isPending)
    {
        var text = new Phrase(call.OpenedAt.HasValue ? "open.line_aged" : "open.line")
            .With("call", call.CallId)
            .With("caller", call.Caller.Length > 0 ? TextSanitizer.Clean(call.Caller, nameLength) : new Phrase("open.unknown_caller"))
            .With("location", call.Location.Length > 0 ? TextSanitizer.Clean(call.Location, nameLength) : new Phrase("open.unknown_location"));
        text = call.OpenedAt is { } openedAt ? text.With("age", DurationText.FormatAge(clock.Elapsed - openedAt)) : text;
        text = call.IsCivil == true ? Phrase.Join(text, new Phrase("open.civil")) : text;
        return isPending ? Phrase.Join(text, new Phrase("open.waiting")) : text;
    }
}
