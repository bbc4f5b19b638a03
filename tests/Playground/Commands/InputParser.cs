using System;
using System.Linq;
using System.Text.Json;
using SonoranCad.Remove911.Removals;

namespace Playground.Commands;

/// <summary>Splits and reads what was typed.</summary>
internal static class InputParser
{
    /// <summary>The first word and the rest; both are empty for an empty line.</summary>
    public static (string First, string Others) Split(string line)
    {
        var parts = line.Trim().Split((char[])[' ', '\t'], 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : string.Empty);
    }

    /// <summary>Whether a typed word is this one, in any letter case.</summary>
    public static bool Is(string typed, string word) => typed.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an event's argument: a JSON value, or words. One word stays as it is, several become a list.</summary>
    public static object? Argument(string text)
    {
        if (TryJson(text, out var value))
        {
            return value;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 1 ? words[0] : words.Select(word => TryJson(word, out var one) ? one : word).ToList();
    }

    /// <summary>Reads the number of one call as the resource would.</summary>
    public static bool TryCallId(string text, out int callId) => CallIdArgumentParser.TryParseOne(text, out callId);

    private static bool TryJson(string text, out object? value)
    {
        try
        {
            value = Json.Read(text);
            return true;
        }
        catch (JsonException)
        {
            // A word is not JSON and stays as it is.
            value = null;
            return false;
        }
    }
}
