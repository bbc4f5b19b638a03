using System;
using System.Collections.Generic;
using System.Globalization;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// One way in which an answer goes wrong. A fault with an answer of its own leaves the work undone; one without does the
/// work and spoils the delivery.
/// </summary>
public sealed class CadFault
{
    private const string BackendReached = "Backend Service Reached";

    private readonly string _words;

    private CadFault(string words, Func<StubResponse>? answer = null)
    {
        _words = words;
        Response = answer;
    }

    /// <summary>Nothing goes wrong: fills a place in <see cref="CadFaults.Enqueue(CadFault[])"/>.</summary>
    public static CadFault None { get; } = new("none");

    /// <summary>The words that <see cref="TryParse"/> reads, for a prompt's help.</summary>
    public static IReadOnlyList<CadFaultSyntax> Syntaxes => FaultParser.All;

    /// <summary>Made anew for each request; null: the work is done and its answer is the one to spoil.</summary>
    internal Func<StubResponse>? Response { get; }

    internal TimeSpan ResponseDelay { get; private init; }

    internal TimeSpan BodyDelay { get; private init; }

    /// <summary>What is added to a text of success.</summary>
    internal string Note { get; private init; } = string.Empty;

    internal bool DropsBefore { get; private init; }

    internal bool DropsAfter { get; private init; }

    public static CadFault Status(int status, string body, string contentType = "text/plain") =>
        new($"{status} {body}".TrimEnd(), () => Http.StubResponse.Text(status, body, contentType));

    /// <summary>400 with one of the CAD's texts, documented or not.</summary>
    public static CadFault BadRequest(string text) => Status(400, text);

    public static CadFault Unauthorized() => Problem(401, "The API key is missing or invalid.");

    public static CadFault Forbidden() => Problem(403, "The API key may not do this.");

    public static CadFault NotFound() => Problem(404, "The requested resource was not found.");

    /// <summary>429 as the gateway before the CAD sends it, on v1's and v2's paths alike.</summary>
    /// <param name="retryAfter">What the header Retry-After says, in whole seconds; 60 s if left out.</param>
    public static CadFault RateLimited(TimeSpan? retryAfter = null) =>
        new("429", () => Http.StubResponse.RateLimited(retryAfter ?? TimeSpan.FromSeconds(60)));

    public static CadFault ServerError(int status = 500) => Status(status, "The service is unavailable.");

    /// <summary>200 with the text of a URL that is no endpoint.</summary>
    public static CadFault BackendServiceReached(bool withPrefix = true)
    {
        var text = withPrefix ? $"Sonoran CAD: {BackendReached}" : BackendReached;
        return new CadFault("backend", () => Http.StubResponse.Text(200, text));
    }

    /// <summary>A page of the proxy before the CAD.</summary>
    public static CadFault Html(int status = 200) =>
        new("html", () => Http.StubResponse.Text(
            status,
            "<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head><body><h1>One more step</h1></body></html>\n",
            "text/html"));

    /// <summary>The page of a firewall before the CAD, which says nothing about the key and ends by itself.</summary>
    public static CadFault Firewall(int status = 403) =>
        new($"firewall {status}", () => Http.StubResponse.Text(
            status,
            "<!DOCTYPE html>\n<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1>"
            + "<p>Your browser may no longer be supported. INVALID API KEY is what this page does not say of you.</p></body></html>\n",
            "text/html"));

    /// <summary>The same firewall's line, for clients that are no browser.</summary>
    public static CadFault FirewallLine(int status = 403) =>
        new($"firewall-line {status}", () => Http.StubResponse.Text(status, status == 429 ? "error code: 1015" : "error code: 1020"));

    /// <summary>400 as v1 sends it if the community's plan is too low for the request.</summary>
    public static CadFault PlanRequired(string plan = "STANDARD") => BadRequest($"VERSION {plan} REQUIRED");

    /// <summary>Does the work and adds to a text of success that the endpoint is deprecated.</summary>
    public static CadFault Deprecated() => new("deprecated") { Note = " This endpoint is DEPRECATED and will be removed; use API v2." };

    /// <summary>Does the work at once and answers late; gives up when the client does.</summary>
    public static CadFault Slow(TimeSpan delay) => new($"slow {InSeconds(delay)}") { ResponseDelay = delay };

    /// <summary>Does the work and sends the status and the headers at once, the body late.</summary>
    public static CadFault SlowBody(TimeSpan delay) => new($"slow-body {InSeconds(delay)}") { BodyDelay = delay };

    /// <summary>
    /// Closes the connection before the work. Many clients send a request without a body again by themselves when a
    /// connection that they had used before breaks.
    /// </summary>
    public static CadFault Drop() => new("drop") { DropsBefore = true };

    /// <summary>Does the work, then closes the connection: the client can't know that it was done.</summary>
    public static CadFault DropAfterWork() => new("drop-after") { DropsAfter = true };

    public static CadFault Redirect(string url, int status = 302) =>
        new($"redirect {url}", () => Http.StubResponse.Text(status, string.Empty) with { Headers = [new("Location", url)] });

    /// <summary>A status and not a byte of a body; nothing is done.</summary>
    public static CadFault Empty(int status = 200) => new("empty", () => Http.StubResponse.Text(status, string.Empty));

    /// <summary>200 with bytes that are no text in any encoding.</summary>
    public static CadFault Garbage() => new("garbage", () => new StubResponse(200, "application/octet-stream", Http.StubResponse.InvalidUtf8));

    /// <summary>Reads a fault as typed at a prompt; <see cref="Syntaxes"/> says what there is.</summary>
    /// <param name="words">For example <c>429</c>, <c>400 INVALID API KEY</c> or <c>slow 7</c>.</param>
    /// <param name="fault">The fault; <see cref="None"/> if the words mean nothing.</param>
    /// <param name="error">Why not, as a sentence for the person who typed; empty on success.</param>
    public static bool TryParse(string words, out CadFault fault, out string error) =>
        FaultParser.TryParse(words, out fault, out error);

    /// <summary>The words that would make this fault at a prompt.</summary>
    public override string ToString() => _words;

    /// <summary>A fault of another service, in that one's words.</summary>
    internal static CadFault Of(string words, Func<StubResponse> answer) => new(words, answer);

    private static CadFault Problem(int status, string detail) =>
        new(status.ToString(CultureInfo.InvariantCulture), () => Http.StubResponse.Problem(status, detail));

    private static string InSeconds(TimeSpan delay) => delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
