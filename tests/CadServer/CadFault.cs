using System;
using System.Collections.Generic;
using System.Globalization;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// A way in which a response goes wrong. A fault with its own response prevents the work; a fault without one does the work and
/// disrupts the delivery.
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

    /// <summary>No fault: a placeholder in <see cref="CadFaults.Enqueue(CadFault[])"/>.</summary>
    public static CadFault None { get; } = new("none");

    /// <summary>The faults that <see cref="TryParse"/> accepts, for a prompt's help.</summary>
    public static IReadOnlyList<CadFaultSyntax> Syntaxes => FaultParser.All;

    /// <summary>
    /// Creates the fault's response for each request. Null means that the work is done and its response is disrupted.
    /// </summary>
    internal Func<StubResponse>? Response { get; }

    internal TimeSpan ResponseDelay { get; private init; }

    internal TimeSpan BodyDelay { get; private init; }

    /// <summary>Appended to a text of success.</summary>
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

    /// <summary>429 from the gateway in front of the CAD, the same for v1 and v2.</summary>
    /// <param name="retryAfter">The Retry-After header, in whole seconds. Default 60 s.</param>
    public static CadFault RateLimited(TimeSpan? retryAfter = null) =>
        new("429", () => Http.StubResponse.RateLimited(retryAfter ?? TimeSpan.FromSeconds(60)));

    public static CadFault ServerError(int status = 500) => Status(status, "The service is unavailable.");

    /// <summary>200 with the text for a URL that is not an endpoint.</summary>
    public static CadFault BackendServiceReached(bool withPrefix = true)
    {
        var text = withPrefix ? $"Sonoran CAD: {BackendReached}" : BackendReached;
        return new CadFault("backend", () => Http.StubResponse.Text(200, text));
    }

    /// <summary>A web page of the proxy in front of the CAD.</summary>
    public static CadFault Html(int status = 200) =>
        new("html", () => Http.StubResponse.Text(
            status,
            "<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head><body><h1>One more step</h1></body></html>\n",
            "text/html"));

    /// <summary>
    /// The page of a firewall in front of the CAD. It says nothing about the key, and the block ends on its own.
    /// </summary>
    public static CadFault Firewall(int status = 403) =>
        new($"firewall {status}", () => Http.StubResponse.Text(
            status,
            "<!DOCTYPE html>\n<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1>"
            + "<p>Your browser may no longer be supported. INVALID API KEY is what this page does not say of you.</p></body></html>\n",
            "text/html"));

    /// <summary>The same firewall's plain line, for clients that are not browsers.</summary>
    public static CadFault FirewallLine(int status = 403) =>
        new($"firewall-line {status}", () => Http.StubResponse.Text(status, status == 429 ? "error code: 1015" : "error code: 1020"));

    /// <summary>v1's 400 for a request that the community's plan doesn't include.</summary>
    public static CadFault PlanRequired(string plan = "STANDARD") => BadRequest($"VERSION {plan} REQUIRED");

    /// <summary>Does the work and appends to a text of success that the endpoint is deprecated.</summary>
    public static CadFault Deprecated() => new("deprecated") { Note = " This endpoint is DEPRECATED and will be removed; use API v2." };

    /// <summary>Does the work immediately and responds late, unless the client disconnects first.</summary>
    public static CadFault Slow(TimeSpan delay) => new($"slow {InSeconds(delay)}") { ResponseDelay = delay };

    /// <summary>Does the work and sends status and headers immediately, the body late.</summary>
    public static CadFault SlowBody(TimeSpan delay) => new($"slow-body {InSeconds(delay)}") { BodyDelay = delay };

    /// <summary>
    /// Closes the connection before the work. Many HTTP clients silently resend a request without a body if a reused connection
    /// breaks.
    /// </summary>
    public static CadFault Drop() => new("drop") { DropsBefore = true };

    /// <summary>Does the work, then closes the connection: the client can't know that it was done.</summary>
    public static CadFault DropAfterWork() => new("drop-after") { DropsAfter = true };

    public static CadFault Redirect(string url, int status = 302) =>
        new($"redirect {url}", () => Http.StubResponse.Text(status, string.Empty) with { Headers = [new("Location", url)] });

    /// <summary>A status without a body; nothing is done.</summary>
    public static CadFault Empty(int status = 200) => new("empty", () => Http.StubResponse.Text(status, string.Empty));

    /// <summary>200 with bytes that are not text in any encoding.</summary>
    public static CadFault Garbage() => new("garbage", () => new StubResponse(200, "application/octet-stream", Http.StubResponse.InvalidUtf8));

    /// <summary>Parses a fault as typed at a prompt. <see cref="Syntaxes"/> lists them.</summary>
    /// <param name="words">For example <c>429</c>, <c>400 INVALID API KEY</c> or <c>slow 7</c>.</param>
    /// <param name="fault">The fault, or <see cref="None"/> on failure.</param>
    /// <param name="error">On failure, a sentence for the person who typed; otherwise empty.</param>
    public static bool TryParse(string words, out CadFault fault, out string error) =>
        FaultParser.TryParse(words, out fault, out error);

    /// <summary>The text that <see cref="TryParse"/> reads as this fault.</summary>
    public override string ToString() => _words;

    /// <summary>A fault of another service, with that service's response.</summary>
    internal static CadFault Of(string words, Func<StubResponse> answer) => new(words, answer);

    private static CadFault Problem(int status, string detail) =>
        new(status.ToString(CultureInfo.InvariantCulture), () => Http.StubResponse.Problem(status, detail));

    private static string InSeconds(TimeSpan delay) => delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
