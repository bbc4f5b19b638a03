using System.Linq;
using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Words from earlier type names that nobody who knows outboxes would guess.</summary>
internal static partial class RetiredNames
{
    private static readonly string[] Words =
    [
        "Answer", "Board", "Choice", "Claim", "Desk", "Edge", "Flight", "Inquiry", "Inquiries", "Line", "Neighbour", "Ring",
        "Rule", "Share", "Shown", "Ticket", "Trail", "Verdict", "Way",
    ];

    /// <summary>
    /// Whether the last word of a name, singular or plural, is retired: true for CallLines, false for Pipeline and Outline.
    /// </summary>
    public static bool IsRetired(string type)
    {
        var last = Word().Matches(type).Select(word => word.Value).LastOrDefault() ?? type;
        return Words.Any(word => last == word || last == word + "s");
    }

    // An acronym ends before the next word: HTTPLine is HTTP and Line.
    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
