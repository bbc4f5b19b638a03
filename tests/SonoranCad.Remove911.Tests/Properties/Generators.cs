using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using CsCheck;

namespace SonoranCad.Remove911.Tests.Properties;

/// <summary>Generates external input: texts, value trees as the wire delivers them, secrets.</summary>
internal static class Generators
{
    /// <summary>Text fragments that some part of the system interprets.</summary>
    private static readonly string[] Words =
    [
        "^1", "^", "7", "^^", "^#", "#", "ff0000", "^*", "_", "=", "/", "r", "~", "~r~", "~b", "bold~", "~~", "\u3164", "\u115F", "\u2800", "\u180E", "\u200D", "\uFE0F", " ", "\t", "\r\n", "\0", "\u001b[31m", "\u200B", "\u202E", "\uFEFF", "\uFFFD", "\uD83D", "\uDE80", "🚨", "é",
        "#101", "101,102", "-1", "99999999999", "1e3", "٣", "<html>", "</b>", "{", "}", "[", "]", "\"", "\\", "\\u0041", ":", ",", "null", "NaN",
        "Backend Service Reached", "INVALID API KEY", "INVALID COMMUNITY ID", "IS NOT ENABLED FOR THIS COMMUNITY", "INVALID REQUEST TYPE",
        "VERSION ", " REQUIRED", "error code: 1020", "Access denied", "DEPRECATED", "server", "{\"error\":\"", "{\"status\":\"403\"}", "\"success\":false",
        "CALL NOT FOUND", "{\"detail\":\"call 3 was not found\"}", "{\"detail\":", "{\"title\":[1]}", "{\"callId\":1}", "HTTP 500: ", "HTTP 404:", "ok",
    ];

    public static Gen<string> Text { get; } = Gen.Frequency(
        (1, Gen.String),
        (1, Gen.Char.Array[0, 60].Select(letters => new string(letters))),
        (3, Of(Words).Array[0, 8].Select(string.Concat)),
        (1, Of(Words).Array[200, 1200].Select(string.Concat)));

    /// <summary>A key longer than its replacement text, which therefore can't contain it.</summary>
    public static Gen<string> Secret { get; } =
        Of("0123456789abcdefXYZ-+/=\"\\é^&".ToCharArray()).Array[9, 24].Select(letters => new string(letters));

    public static Gen<int> CallId { get; } = Gen.Frequency((3, Gen.Int[1, 60]), (1, Gen.Int[1, int.MaxValue]));

    /// <summary>An event argument as a client or another resource may send it.</summary>
    public static Gen<object?> Value { get; } = Tree(3);

    /// <summary>A call id as some language serializes it.</summary>
    public static Gen<object> Packed(int callId) => Gen.Int[0, 7].Select(how => how switch
    {
        0 => (object)(double)callId,
        1 => (long)callId,
        2 => (ulong)callId,
        3 => callId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        4 => $" #{callId} ",
        5 when callId <= byte.MaxValue => (byte)callId,
        6 when callId <= short.MaxValue => (short)callId,
        _ => callId,
    });

    public static Gen<T> Of<T>(IReadOnlyList<T> choices) => Gen.Int[0, choices.Count - 1].Select(index => choices[index]);

    private static Gen<object?> Tree(int depth)
    {
        if (depth == 0)
        {
            return Leaf();
        }

        var child = Tree(depth - 1);
        return Gen.Frequency(
            (4, Leaf()),
            (2, child.Array[0, 6].Select(items => (object?)items.ToList())),
            (1, child.Array[0, 6].Select(items => (object?)items)),
            (1, child.Array[0, 3].Select(items => Fill(new ExpandoObject(), items))),
            (1, child.Array[0, 3].Select(items => Fill(new Dictionary<string, object?>(), items))));
    }

    private static object? Fill(IDictionary<string, object?> map, object?[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            map["k" + i] = items[i];
        }

        return map;
    }

    private static Gen<object?> Leaf() => Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.SByte.Select(value => (object?)value),
        Gen.Byte.Select(value => (object?)value),
        Gen.Short.Select(value => (object?)value),
        Gen.UShort.Select(value => (object?)value),
        Gen.Int.Select(value => (object?)value),
        Gen.UInt.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.ULong.Select(value => (object?)value),
        Gen.Float.Select(value => (object?)value),
        Gen.Double.Select(value => (object?)value),
        Of([double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 5.5, 1e300]).Select(value => (object?)value),
        CallId.Select(value => (object?)(double)value),
        Text.Select(value => (object?)value),
        Gen.Byte.Array[0, 8].Select(value => (object?)value),
        Gen.Const((object?)new Func<int>(() => 1)),
        Gen.Const((object?)new object()));
}
