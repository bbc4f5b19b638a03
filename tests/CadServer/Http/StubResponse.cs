using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CadServer.Http;

/// <summary>A response before it is sent. Plain data keeps routes and faults independent of Kestrel.</summary>
internal sealed record StubResponse(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Invalid UTF-8, with a NUL and a gzip signature.</summary>
    public static byte[] InvalidUtf8 { get; } = [0x1F, 0x8B, 0x00, 0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x07, 0x00];

    public static StubResponse Text(int status, string text, string contentType = "text/plain") =>
        new(
            status,
            contentType.Contains(';') ? contentType : $"{contentType}; charset=utf-8",
            Encoding.UTF8.GetBytes(text));

    public static StubResponse Json(JsonNode json, int status = 200, string contentType = "application/json") =>
        Text(status, json.ToJsonString(), contentType);

    /// <summary>v2's error body.</summary>
    public static StubResponse Problem(int status, string detail)
    {
        var problem = new JsonObject
        {
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = detail,
            ["traceId"] = $"00-{RandomNumberGenerator.GetHexString(32, true)}-{RandomNumberGenerator.GetHexString(16, true)}-00",
        };
        return Json(problem, status, "application/problem+json");
    }

    /// <summary>The gateway's rate limit response.</summary>
    public static StubResponse RateLimited(TimeSpan retryAfter)
    {
        var refusal = new JsonObject
        {
            ["message"] = "API rate limit exceeded",
            ["request_id"] = RandomNumberGenerator.GetHexString(32, true),
        };
        return Json(refusal, 429).WithRetryAfter(retryAfter);
    }

    /// <summary>Whether HTTP allows a body with the status.</summary>
    public bool HasBody => Status is not (204 or 304);

    public byte[] SentBody => HasBody ? Body : [];

    /// <summary>All headers, those of the body last.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SentHeaders => HasBody
        ? [.. Headers, new("Content-Type", ContentType), new("Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture))]
        : Headers;

    /// <summary>Appends words, if this is a plain text of success.</summary>
    public StubResponse WithNote(string? note) =>
        Status < 300 && ContentType.StartsWith("text/plain", StringComparison.Ordinal) ? this with { Body = [.. Body, .. Encoding.UTF8.GetBytes(note ?? "")] } : this;

    /// <summary>Adds Retry-After in whole seconds, rounded up so that a client that obeys it is never early.</summary>
    public StubResponse WithRetryAfter(TimeSpan retryAfter)
    {
        var seconds = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return this with { Headers = [.. Headers, new("Retry-After", seconds)] };
    }
}
