using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Builds the messages about open calls and about why they are unknown.</summary>
internal sealed class OpenCallMessages(RemovalService removals, SettingsMonitor settings, IClock clock)
{
    /// <summary>The maximum number of calls in one message: what a person can read mid-scene and a chat line holds.</summary>
    public const int MaxShown = 10;

    /// <summary>Says that calls from before the start are unknown.</summary>
    public Phrase SinceStart => new Phrase("open.since_start").With("age", DurationText.FormatAge(clock.Elapsed)).With("command", settings.Current.Command);

    public Phrase NoOpenCalls(OpenCallsResult result) => result.IsSinceStart ? Phrase.Join(new Phrase("open.none"), SinceStart) : new Phrase("open.none");

    /// <summary>A heading with the total, then the newest calls, one a line.</summary>
    public Phrase FormatList(OpenCallsResult result)
    {
        var calls = result.Calls!;
        List<Phrase> lines = [Heading(calls.Count, result.IsTruncated), .. calls.Take(MaxShown).Select(FormatCallWithStatus)];
        if (result.IsSinceStart)
        {
            lines.Add(SinceStart);
        }

        lines.Add(new Phrase("open.how").With("command", settings.Current.Command).With("call", calls[0].CallId));
        return Phrase.JoinLines(lines);
    }

    /// <summary>One call in one line: id, caller, location and, if known, its age and that it is no emergency.</summary>
    public Phrase FormatCall(OpenCall call)
    {
        var text = new Phrase(call.OpenedAt.HasValue ? "open.line_aged" : "open.line")
            .With("call", call.CallId)
            .With("caller", call.Caller.Length > 0 ? call.Caller : new Phrase("open.unknown_caller"))
            .With("location", call.Location.Length > 0 ? call.Location : new Phrase("open.unknown_location"));
        text = call.OpenedAt is { } openedAt ? text.With("age", DurationText.FormatAge(clock.Elapsed - openedAt)) : text;
        return call.IsCivil ? Phrase.Join(text, new Phrase("open.civil")) : text;
    }

    /// <summary>Says that the calls shown couldn't be checked against the CAD's list.</summary>
    public static Phrase Unverified(CallListError error) => new Phrase("open.unchecked").With("reason", error.Reason);

    /// <summary>Says why the open calls are unknown and what to do.</summary>
    public Phrase Unavailable(CallListError error)
    {
        var failed = new Phrase("open.failed").With("reason", error.Reason);
        return error.BlocksRemovals ? failed : Phrase.Join(new[]
        {
            failed,
            new Phrase(error.IsPermanent ? "open.turn_on" : "open.try_again"),
            new Phrase("open.by_number").With("command", settings.Current.Command),
        });
    }

    private static Phrase Heading(int count, bool isTruncated)
    {
        var key = isTruncated ? "open.cut" : count > MaxShown ? "open.more" : count == 1 ? "open.one" : "open.many";
        return new Phrase(key).With("count", count).With("shown", Math.Min(count, MaxShown));
    }

    private Phrase FormatCallWithStatus(OpenCall call) =>
        removals.IsPending(call.CallId) ? Phrase.Join(FormatCall(call), new Phrase("open.waiting")) : FormatCall(call);
}
