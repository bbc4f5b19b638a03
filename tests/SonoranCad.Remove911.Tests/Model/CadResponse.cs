using System.Collections.Generic;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>The classes of response; each stands for all responses that the delivery treats alike.</summary>
internal enum CadResponse
{
    Cleared,
    Refused,
    CallNotFound,
    RateLimited,
    ServerError,
    FirewallPage,
    Unreadable,

    /// <summary>The server's own HTTP client gave up: status 0.</summary>
    NoResponse,
    NoSuchEndpoint,
    AccountRefused,
}

internal static class CadResponses
{
    /// <summary>The responses after which the CAD may have cleared the calls although it did not say so.</summary>
    public static IReadOnlySet<CadResponse> LeavingDoubt { get; } =
        new HashSet<CadResponse> { CadResponse.ServerError, CadResponse.Unreadable, CadResponse.NoResponse };

    /// <summary>The response as the server hands it over; v1 and v2 word a refused account differently.</summary>
    public static (int Status, string Text) ToHttp(CadResponse response, bool isV1) => response switch
    {
        CadResponse.Cleared => (200, "{}"),
        CadResponse.Refused => (400, "THIS CALL IS LOCKED"),
        CadResponse.CallNotFound => (404, """{"detail":"call was not found"}"""),
        CadResponse.RateLimited => (429, """{"message":"API rate limit exceeded"}"""),
        CadResponse.ServerError => (500, string.Empty),
        CadResponse.FirewallPage => (403, "error code: 1020"),
        CadResponse.Unreadable => (200, "<html>"),
        CadResponse.NoResponse => (0, "Operation timed out"),
        CadResponse.NoSuchEndpoint => (404, string.Empty),
        _ => isV1 ? (400, "INVALID API KEY") : (401, """{"title":"Unauthorized","status":401}"""),
    };
}
