using System.Collections;

namespace SonoranCad.Remove911.Removals;

/// <summary>
/// Reads call ids from an argument of an event or export: a number, a text, or a list of those. A Lua list with gaps arrives as
/// a map of positions. Any client may send it, so anything else is refused with a message, at bounded cost; nothing throws.
/// </summary>
internal static class CallIdArgumentParser
{
    // Repeated ids count once, so a list may be longer than the calls it names, but no honest request is longer than this.
    private const int MaxListLength = 1000;
    private const int MaxTextLength = 1000;

    /// <summary>Reads all ids; the list has a refusal if the argument holds no id, or something else.</summary>
    public static CallIdList Parse(object? argument)
    {
        var ids = new CallIdList();
        if (argument is IList list and not byte[])
            ParseList(list, list.Count, ids);
        else if (argument is IDictionary<string, object?> { Count: > 0 } map && map.Keys.Take(MaxListLength).All(IsPosition))
            ParseList(map.Take(MaxListLength).OrderBy(pair => int.Parse(pair.Key, CultureInfo.InvariantCulture)).Select(pair => pair.Value), map.Count, ids);
        else
            ParseOne(argument, ids);

        return ids.RequireAny();
    }

    public static bool TryParseOne(object? argument, out int callId)
    {
        var ids = Parse(argument);
        callId = ids.Refusal is null && ids.Ids.Count == 1 ? ids.Ids[0] : 0;
        return callId > 0;
    }

    private static bool IsPosition(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position > 0;

    private static void ParseList(IEnumerable list, int count, CallIdList ids)
    {
        if (count > MaxListLength)
            ids.Refuse(RemovalErrors.TooManyCalls);

        foreach (var item in list)
        {
            if (!ParseOne(item, ids))
                return;
        }
    }

    private static bool ParseOne(object? value, CallIdList ids) => value switch
    {
        null => ids.Refuse(RemovalErrors.NoCallId),
        string { Length: <= MaxTextLength } text => CallIdParser.TryAddWord(text, ids),
        string text => ids.Refuse(RemovalErrors.InvalidCallId(text)),
        double or float or int or byte or sbyte or short or ushort or uint or long or ulong =>
            ParseNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), ids),
        _ => ids.Refuse(RemovalErrors.InvalidCallIdType(DescribeKind(value))),
    };

    // A double holds every valid id exactly. NaN fails each comparison.
    private static bool ParseNumber(double number, CallIdList ids) =>
        number >= 1 && number <= int.MaxValue && Math.Floor(number) == number
            ? ids.Add((int)number)
            : ids.Refuse(RemovalErrors.InvalidCallId(number.ToString("R", CultureInfo.InvariantCulture)));

    private static Phrase DescribeKind(object value) => value switch
    {
        bool => new Phrase("kind.boolean"),
        Delegate => new Phrase("kind.function"),
        byte[] => new Phrase("kind.binary"),
        IEnumerable => new Phrase("kind.table"),
        _ => new Phrase("kind.other"),
    };
}
