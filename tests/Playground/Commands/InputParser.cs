using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playground.Commands;

/// <summary>Takes apart what was typed.</summary>
internal static partial class InputParser
{
    /// <summary>The first word and the rest; both empty for an empty line.</summary>
    public static (string First, string Others) Split(string line)
    {
        var parts = line.Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : string.Empty);
    }

    /// <summary>An event's argument: a JSON value, or words, of which one is itself and several are a list.</summary>
    public static object? Argument(string text)
    {
        if (TryJson(text, out var value))
        {
            return value;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 1 ? words[0] : words.Select(word => TryJson(word, out var one) ? one : word).ToList();
    }

    /// <summary>The calls that an argument names: its numbers, also those within its texts.</summary>
    public static IReadOnlyList<int> CallNumbers(object? argument) => argument switch
    {
        string text => [.. Digits().Matches(text).Select(match => ToCall(match.Value)).OfType<int>()],
        long or double => ToCall(Convert.ToString(argument, CultureInfo.InvariantCulture)!) is { } call ? [call] : [],
        IEnumerable<object?> list => [.. list.SelectMany(CallNumbers)],
        _ => [],
    };

    private static int? ToCall(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var call) ? call : null;

    private static bool TryJson(string text, out object? value)
    {
        try
        {
            value = Json.Read(text);
            return true;
        }
        catch (JsonException)
        {
            // Words are no JSON, and are meant as they are.
            value = null;
            return false;
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
