using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Messages;

/// <summary>Puts a report into one line for a person.</summary>
internal static class ReportText
{
    // A chat line of 50 numbers helps nobody mid-scene; the log has them all.
    private const int MostIdsInALine = 10;

    public static string Line(RemovalReport report)
    {
        var sentences = new List<string>();
        if (report.Cleared.Count > 0)
        {
            sentences.Add($"{Calls(report.Cleared)} cleared.");
        }

        foreach (var group in report.Failed.GroupBy(failure => failure.Outcome))
        {
            var ids = group.Where(failure => failure.CallId.HasValue).Select(failure => failure.CallId!.Value).ToList();
            sentences.Add(ids.Count == 0 ? group.Key.Message : $"{Calls(ids)} not cleared: {group.Key.Message}");
        }

        return string.Join(" ", sentences);
    }

    private static string Calls(IReadOnlyList<int> ids)
    {
        var shown = string.Join(", ", ids.Take(MostIdsInALine));
        var more = ids.Count > MostIdsInALine ? $" and {ids.Count - MostIdsInALine} more" : string.Empty;
        return ids.Count == 1 ? $"Call {shown}" : $"Calls {shown}{more}";
    }
}
