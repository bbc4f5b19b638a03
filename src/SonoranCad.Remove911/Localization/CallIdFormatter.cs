namespace SonoranCad.Remove911.Localization;

internal static class CallIdFormatter
{
    // Nobody reads 50 ids in the chat during a scene, and a log line must not grow with the request; the audit file has all of them.
    private const int MaxShown = 10;

    /// <summary>For the chat and the log: "101", "101, 102", "1, 2, … and 40 more".</summary>
    public static object FormatShort(IReadOnlyList<int> callIds, int most = MaxShown) => callIds.Count <= most
        ? FormatAll(callIds)
        : new Phrase("calls.more").With("calls", FormatAll(callIds.Take(most))).With("count", callIds.Count - most);

    /// <summary>All ids, if the caller limits their number.</summary>
    public static string FormatAll(IEnumerable<int> callIds) =>
        string.Join(", ", callIds.Select(callId => callId.ToString(CultureInfo.InvariantCulture)));
}
