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
    private const int LongestList = 1000;
    private const int LongestText = 1000;

    /// <summary>Reads <paramref name="argument"/>; the result refuses where it holds no id or something else.</summary>
    public static CallIdList Read(object? argument)
    {
        var ids = new CallIdList();
        if (argument is IList list && argument is not byte[])
        {
            ReadList(list, ids);
        }
        else
        {
            ReadOne(argument, ids);
        }

        if (ids.Ids.Count == 0)
        {
            ids.Refuse(RemovalErrors.NoCallId);
        }

        return ids;
    }

    /// <summary>Reads the id of one call, in any of the ways that a request may name it.</summary>
    public static bool TryReadOne(object? argument, out int callId)
    {
        var ids = Read(argument);
        var isOne = ids.Refusal is null && ids.Ids.Count == 1;
        callId = isOne ? ids.Ids[0] : 0;
        return isOne;
    }

    private static void ReadList(IList list, CallIdList ids)
    {
        if (list.Count > LongestList)
        {
            ids.Refuse(RemovalErrors.TooManyCalls);
            return;
        }

        foreach (var item in list)
        {
            if (!ReadOne(item, ids))
            {
                return;
            }
        }
    }

    private static bool ReadOne(object? value, CallIdList ids)
    {
        switch (value)
        {
            case null:
                return ids.Refuse(RemovalErrors.NoCallId);
            case string text:
                return text.Length <= LongestText ? CallIdParser.Read(text, ids) : ids.Refuse(RemovalErrors.BadCallId(text));
            case double or float:
                return ReadNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), ids);
            case int or byte or sbyte or short or ushort or uint or long or ulong:
                return ReadNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), ids);
            default:
                return ids.Refuse(RemovalErrors.BadCallIdType(Describe(value)));
        }
    }

    // A double holds every id exactly; beyond them exactness does not matter, it is refused. NaN fails each comparison.
    private static bool ReadNumber(double number, CallIdList ids) =>
        number >= 1 && number <= int.MaxValue && Math.Floor(number) == number
            ? ids.Add((int)number)
            : ids.Refuse(RemovalErrors.BadCallId(number.ToString("R", CultureInfo.InvariantCulture)));

    private static Phrase Describe(object value) => value switch
    {
        bool => new Phrase("kind.boolean"),
        Delegate => new Phrase("kind.function"),
        byte[] => new Phrase("kind.binary"),
        IEnumerable => new Phrase("kind.table"),
        _ => new Phrase("kind.other"),
    };
}
