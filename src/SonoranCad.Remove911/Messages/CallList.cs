using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Messages;

/// <summary>Names calls in a sentence.</summary>
internal static class CallList
{
    // A chat line of 50 numbers helps nobody mid-scene; the log has them all.
    private const int MostInALine = 10;

    /// <summary>For people: «Call 101», «Calls 101, 102», «Calls 1, 2, … and 40 more».</summary>
    public static string Shorten(IReadOnlyList<int> callIds)
    {
        var shown = string.Join(", ", callIds.Take(MostInALine));
        var more = callIds.Count > MostInALine ? $" and {callIds.Count - MostInALine} more" : string.Empty;
        return callIds.Count == 1 ? $"Call {shown}" : $"Calls {shown}{more}";
    }

    /// <summary>For the log: all of them.</summary>
    public static string All(IReadOnlyList<int> callIds) =>
        (callIds.Count == 1 ? "call " : "calls ") + string.Join(", ", callIds);
}
