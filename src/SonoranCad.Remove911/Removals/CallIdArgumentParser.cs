using System;
using System.Collections;
using System.Globalization;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>
/// Reads call ids out of an event's or an export's argument: a number of any packing, a text, or a list of those. The
/// argument may come from any client, so everything else is refused in words, at bounded cost, and nothing throws.
/// </summary>
internal static class CallIdArgumentParser
{
    // Repeats collapse, so a list may be longer than the calls it names; past this it is no honest request.
    private const int MaxListLength = 1000;
    private const int MaxTextLength = 1000;

    /// <summary>Reads <paramref name="argument"/>; the result refuses where it holds no id or something else.</summary>
    public static CallIdList Parse(object? argument)
    {
        var ids = new CallIdList();
        if (argument is IList list && argument is not byte[])
        {
            ParseList(list, ids);
        }
        else
        {
            ParseOne(argument, ids);
        }

        return ids.RequireAny();
    }

    /// <summary>Reads the id of one call, in any of the ways that a request may name it.</summary>
    public static bool TryParseOne(object? argument, out int callId)
    {
        var ids = Parse(argument);
        var isOne = ids.Refusal is null && ids.Ids.Count == 1;
        callId = isOne ? ids.Ids[0] : 0;
        return isOne;
    }

    private static void ParseList(IList list, CallIdList ids)
    {
        if (list.Count > MaxListLength)
        {
            ids.Refuse(RemovalErrors.TooManyCalls);
            return;
        }

        foreach (var item in list)
        {
            if (!ParseOne(item, ids))
            {
                return;
            }
        }
    }

    private static bool ParseOne(object? value, CallIdList ids)
    {
        switch (value)
        {
            case null:
                return ids.Refuse(RemovalErrors.NoCallId);
            case string text:
                return text.Length <= MaxTextLength ? CallIdParser.TryAddWord(text, ids) : ids.Refuse(RemovalErrors.InvalidCallId(text));
            case double or float or int or byte or sbyte or short or ushort or uint or long or ulong:
                return ParseNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), ids);
            default:
                return ids.Refuse(RemovalErrors.InvalidCallIdType(DescribeKind(value)));
        }
    }

    // A double holds every id exactly; beyond them exactness does not matter, it is refused. NaN fails each comparison.
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
