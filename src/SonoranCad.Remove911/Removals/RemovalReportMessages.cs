using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Puts a report into one line for a person.</summary>
internal static class RemovalReportMessages
{
    public static Phrase Summarize(RemovalReport report)
    {
        var sentences = new List<Phrase>();
        if (report.Cleared.Count > 0)
        {
            sentences.Add(Phrase.OfCalls("removal.cleared", report.Cleared));
        }

        foreach (var group in report.Failed.GroupBy(failure => failure.Error))
        {
            var ids = group.Where(failure => failure.CallId.HasValue).Select(failure => failure.CallId!.Value).ToList();
            sentences.Add(ids.Count == 0 ? group.Key.Message : Phrase.OfCalls("removal.not_cleared", ids).With("reason", group.Key.Message));
        }

        return Phrase.Join(sentences);
    }
}
