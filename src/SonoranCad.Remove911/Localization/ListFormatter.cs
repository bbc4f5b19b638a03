namespace SonoranCad.Remove911.Localization;

/// <summary>Writes call ids or names as one list for a person.</summary>
internal static class ListFormatter
{
    // Nobody reads 50 ids in the chat during a scene, and a log line must not grow with the request; the audit file has all of them.
    private const int MaxShown = 10;

    /// <summary>For the chat and the log: "101", "101, 102", "1, 2, … and 40 more".</summary>
    public static object FormatShort(IReadOnlyList<int> callIds, int most = MaxShown) =>
        FormatShort(callIds.Select(callId => callId.ToString(CultureInfo.InvariantCulture)).ToList(), most);

    /// <summary>The first <paramref name="most"/> names, and how many more there are.</summary>
    public static object FormatShort(IReadOnlyList<string> names, int most) => names.Count <= most
        ? string.Join(", ", names)
        : new Phrase("calls.more").With("calls", string.Join(", ", names.Take(most))).With("count", names.Count - most);
}
