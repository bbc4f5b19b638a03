using System;
using System.Collections.Generic;
using System.Globalization;

namespace CadServer;

/// <summary>Parses faults as a person types them.</summary>
internal static class FaultParser
{
    public static IReadOnlyList<CadFaultSyntax> All { get; } =
    [
        new("400 TEXT", "refuses the request with TEXT, for example INVALID API KEY"),
        new("401", "the key is missing or wrong"),
        new("403", "the key may not do this"),
        new("404", "not found"),
        new("429", "too many requests; `429 SECONDS` sets Retry-After"),
        new("500", "a server error; any status from 400 to 599 works, with a TEXT or without"),
        new("503", "the service is unavailable"),
        new("backend", "200 Backend Service Reached: no such endpoint, nothing done"),
        new("html", "200 with a proxy's web page, nothing done"),
        new("firewall", "403 with the page of a firewall in front of the CAD, nothing done; `firewall 429` sets the status"),
        new("firewall-line", "the same with the line error code: 1020 instead of the page"),
        new("plan", "400 VERSION STANDARD REQUIRED: the plan is too low, nothing done"),
        new("deprecated", "does the work, and adds that the endpoint is deprecated"),
        new("empty", "200 without a body, nothing done"),
        new("garbage", "200 with bytes that are not text, nothing done"),
        new("slow SECONDS", "does the work, responds SECONDS later"),
        new("slow-body SECONDS", "does the work, sends the headers at once and the body SECONDS later"),
        new("drop", "closes the connection, nothing done"),
        new("drop-after", "does the work, then closes the connection"),
        new("redirect URL", "302 to URL, nothing done"),
        new("none", "responds as it should"),
    ];

    public static bool TryParse(string words, out CadFault fault, out string error)
    {
        var parts = (words ?? string.Empty).Trim().Split(' ', 2);
        var rest = parts.Length > 1 ? parts[1].Trim() : string.Empty;
        fault = CadFault.None;
        error = string.Empty;

        // Help is in lower case; people type as they like.
        CadFault? found = parts[0].ToUpperInvariant() switch
        {
            "BACKEND" when rest.Length == 0 => CadFault.BackendServiceReached(),
            "HTML" when rest.Length == 0 => CadFault.Html(),
            "FIREWALL" when Status(rest) is { } status => CadFault.Firewall(status),
            "FIREWALL-LINE" when Status(rest) is { } status => CadFault.FirewallLine(status),
            "PLAN" when rest.Length == 0 => CadFault.PlanRequired(),
            "DEPRECATED" when rest.Length == 0 => CadFault.Deprecated(),
            "EMPTY" when rest.Length == 0 => CadFault.Empty(),
            "GARBAGE" when rest.Length == 0 => CadFault.Garbage(),
            "DROP" when rest.Length == 0 => CadFault.Drop(),
            "DROP-AFTER" when rest.Length == 0 => CadFault.DropAfterWork(),
            "NONE" when rest.Length == 0 => CadFault.None,
            "SLOW" when Seconds(rest) is { } delay => CadFault.Slow(delay),
            "SLOW-BODY" when Seconds(rest) is { } delay => CadFault.SlowBody(delay),
            "REDIRECT" when Uri.IsWellFormedUriString(rest, UriKind.Absolute) => CadFault.Redirect(rest),
            var number => OfStatus(number, rest),
        };
        if (found is null)
        {
            error = $"There is no fault \"{words}\". Use one of: {string.Join(", ", UsagesOf(All))}.";
            return false;
        }

        fault = found;
        return true;
    }

    private static CadFault? OfStatus(string number, string text)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var status) || status is < 400 or > 599)
        {
            return null;
        }

        return (status, text) switch
        {
            (429, _) when Seconds(text) is { } retryAfter => CadFault.RateLimited(retryAfter),
            (_, { Length: > 0 }) => CadFault.Status(status, text),
            (400, _) => null,
            (401, _) => CadFault.Unauthorized(),
            (403, _) => CadFault.Forbidden(),
            (404, _) => CadFault.NotFound(),
            (429, _) => CadFault.RateLimited(),
            _ => CadFault.ServerError(status),
        };
    }

    private static int? Status(string text) =>
        text.Length == 0 ? 403
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and < 600 ? status
        : null;

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static IEnumerable<string> UsagesOf(IReadOnlyList<CadFaultSyntax> words)
    {
        foreach (var word in words)
        {
            yield return word.Usage;
        }
    }
}
