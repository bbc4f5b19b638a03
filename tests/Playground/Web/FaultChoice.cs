using System.Collections.Generic;
using System.Linq;
using CadServer;

namespace Playground.Web;

/// <summary>A way in which the CAD can fail, as the page offers it.</summary>
/// <param name="Words">What it is at the prompt.</param>
/// <param name="Name">On its switch.</param>
/// <param name="Meaning">What the CAD does then.</param>
/// <param name="IsCommon">Whether it is among the first.</param>
internal sealed record FaultChoice(string Words, string Name, string Meaning, bool IsCommon = false)
{
    public static IReadOnlyList<FaultChoice> All { get; } =
    [
        new("none", "Working", "The CAD works as it should.", IsCommon: true),
        new("drop", "Offline", "It closes every connection without a response.", IsCommon: true),
        new("429", "Too many requests", "It responds with 429: the rate limit is exceeded.", IsCommon: true),
        new("500", "Server error", "It responds with 500.", IsCommon: true),
        new("503", "Unavailable", "It responds with 503: the service is down for a while."),
        new("firewall", "Firewall page", "The firewall in front of it responds with 403 and a web page.", IsCommon: true),
        new("firewall-line", "Firewall line", "The firewall in front of it responds with 403 and one line: error code 1020."),
        new("html", "Web page", "A proxy responds with 200 and a web page, and nothing is done."),
        new("slow 3", "Slow", "It clears the call, and responds 3 seconds later.", IsCommon: true),
        new("slow 20", "Too slow", "It clears the call, and responds 20 seconds later: the game server has given up by then."),
        new("slow-body 20", "Stalls", "It clears the call and sends the headers at once, but the body 20 seconds later."),
        new("drop-after", "Lost response", "It clears the call, then closes the connection."),
        new("400 INVALID API KEY", "Wrong key", "It responds with 400 INVALID API KEY, as API v1 does.", IsCommon: true),
        new("401", "Unauthorized", "It responds with 401, as API v2 does: the key is missing or wrong."),
        new("403", "Forbidden", "It responds with 403: the key does not have permission for this."),
        new("404", "Not found", "It responds with 404."),
        new("plan", "Plan too low", "It responds with 400 VERSION STANDARD REQUIRED."),
        new("backend", "No such endpoint", "It responds with 200 Backend Service Reached, and nothing is done."),
        new("redirect http://127.0.0.1:9/", "Redirect", "It redirects (302) to another address."),
        new("deprecated", "Deprecated", "It clears the call, and adds that the endpoint is deprecated."),
        new("empty", "Empty response", "It responds with 200 without a body, and nothing is done."),
        new("garbage", "Garbage", "It responds with 200 and bytes that are not text, and nothing is done."),
    ];

    /// <summary>The words of the choice that makes the fault; the fault's own if none does.</summary>
    public static string WordsOf(CadFault fault) =>
        All.FirstOrDefault(choice => CadFault.TryParse(choice.Words, out var made, out _) && made.ToString() == fault.ToString())?.Words
        ?? fault.ToString();
}
