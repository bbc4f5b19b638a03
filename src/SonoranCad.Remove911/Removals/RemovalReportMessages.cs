namespace SonoranCad.Remove911.Removals;

/// <summary>Puts a report into one line for a person, with as many reasons as fit.</summary>
internal static class RemovalReportMessages
{
    // Eight lines of the chat, of about 70 columns each, less what the wrapping of words leaves empty.
    private const int MaxWidth = 480;

    private static readonly int[] ReasonCounts = { 3, 2, 1, 0 };

    public static Phrase Summarize(RemovalReport report) => Phrase.FirstFitting(
        ReasonCounts.Take(report.GroupFailures(1).Count > 1 ? ReasonCounts.Length : 1).Select(reasons => Summarize(report, reasons)), MaxWidth);

    /// <summary>A request that was refused as a whole, for the log.</summary>
    public static Phrase DescribeRefusal(Requester requester, RemovalError refusal) => new Phrase("log.refused_request")
        .With("requester", requester.LogName).With("reason", refusal.Message).With("code", refusal.Code);

    private static Phrase Summarize(RemovalReport report, int reasons)
    {
        var sentences = new List<Phrase>();
        if (report.Cleared.Count > report.Unlisted.Count)
            sentences.Add(Phrase.OfCalls("removal.cleared", report.Cleared.Except(report.Unlisted).ToList()));

        if (report.Unlisted.Count > 0)
            sentences.Add(Phrase.OfCalls("removal.unlisted", report.Unlisted));

        sentences.AddRange(report.GroupFailures(reasons).Select(group => group switch
        {
            { Error: null } => Phrase.OfCalls("removal.not_cleared_rest", group.CallIds),
            { CallIds.Count: 0 } => group.Error.Message,
            { Error.Kind: RemovalErrorKind.Kept } => Phrase.OfCalls("removal.stopping", group.CallIds),
            _ => Phrase.OfCalls("removal.not_cleared", group.CallIds).With("reason", group.Error.Message),
        }));
        return Phrase.Join(sentences);
    }
}
