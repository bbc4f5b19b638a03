using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Messages;

/// <summary>Puts a report into one line for a person.</summary>
internal static class ReportText
{
    public static string Line(RemovalReport report)
    {
        var sentences = new List<string>();
        if (report.Cleared.Count > 0)
        {
            sentences.Add($"{CallList.Shorten(report.Cleared)} cleared.");
        }

        foreach (var group in report.Failed.GroupBy(failure => failure.Outcome))
        {
            var ids = group.Where(failure => failure.CallId.HasValue).Select(failure => failure.CallId!.Value).ToList();
            sentences.Add(ids.Count == 0 ? group.Key.Message : $"{CallList.Shorten(ids)} not cleared: {group.Key.Message}");
        }

        return string.Join(" ", sentences);
    }
}
