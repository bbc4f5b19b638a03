namespace SonoranCad.Remove911.Cad;

/// <summary>What an answer to the CAD's version request says of the account.</summary>
internal enum VersionResultKind
{
    /// <summary>The CAD accepts the account, and its plan has the API.</summary>
    Accepted,

    /// <summary>The CAD accepts the account, but its plan has no API v1.</summary>
    NotInPlan,

    /// <summary>The API is switched off, or not in the plan.</summary>
    NotEnabled,

    /// <summary>There is no such community.</summary>
    UnknownCommunity,

    /// <summary>The API key is not accepted.</summary>
    InvalidKey,

    /// <summary>The key, or this server, may not ask (403).</summary>
    Forbidden,

    /// <summary>The CAD has no version request there (any more): nothing is known of the account.</summary>
    NoEndpoint,

    /// <summary>Nothing answered.</summary>
    Unreachable,

    /// <summary>The game server did not send the request.</summary>
    NotSent,

    /// <summary>429 or 5xx: the CAD has trouble of its own.</summary>
    TemporaryError,

    /// <summary>A redirect, which is not followed.</summary>
    Redirected,

    /// <summary>A refusal that the CAD's documents don't list.</summary>
    Rejected,

    /// <summary>Something answered that is no version.</summary>
    Unreadable,
}
