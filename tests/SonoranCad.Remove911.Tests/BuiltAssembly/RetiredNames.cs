using System.Linq;
using System.Text.RegularExpressions;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>The words that types were once named by, which no one who knows outboxes would guess.</summary>
internal static partial class RetiredNames
{
    private static readonly string[] Words =
    [
        "Answer", "Board", "Choice", "Claim", "Desk", "Edge", "Flight", "Inquiry", "Inquiries", "Line", "Neighbour", "Ring",
        "Rule", "Share", "Shown", "Ticket", "Trail", "Verdict", "Way",
    ];

    /// <summary>Whether the last word of a name is retired, or its plural: CallLines is, Pipeline and Outline are not.</summary>
    public static bool IsRetired(string type)
    {
        var last = Word().Matches(type).Select(word => word.Value).LastOrDefault() ?? type;
        return Words.Any(word => last == word || last == word + "s");
    }

    // An acronym ends before the word that follows it: HTTPLine is HTTP and Line.
    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
