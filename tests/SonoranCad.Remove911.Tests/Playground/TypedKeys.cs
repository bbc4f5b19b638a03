using System;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Tests.Playground;

/// <summary>Turns text into keys: letters are themselves, &lt;Left&gt; and &lt;C-A&gt; are keys by name.</summary>
internal static partial class TypedKeys
{
    public static void Add(BlockingCollection<ConsoleKeyInfo> keys, string typed)
    {
        foreach (Match part in Parts().Matches(typed))
        {
            keys.Add(part.Groups["name"].Success ? Named(part.Groups["name"].Value) : new ConsoleKeyInfo(part.Value[0], ConsoleKey.None, false, false, false));
        }
    }

    private static ConsoleKeyInfo Named(string name)
    {
        var isControl = name.StartsWith("C-", StringComparison.Ordinal);
        var key = (isControl ? name[2..] : name) switch
        {
            "Left" => ConsoleKey.LeftArrow,
            "Right" => ConsoleKey.RightArrow,
            "Up" => ConsoleKey.UpArrow,
            "Down" => ConsoleKey.DownArrow,
            var other => Enum.Parse<ConsoleKey>(other),
        };
        return new ConsoleKeyInfo('\0', key, shift: false, alt: false, isControl);
    }

    [GeneratedRegex("<(?<name>[A-Za-z-]+)>|.")]
    private static partial Regex Parts();
}
