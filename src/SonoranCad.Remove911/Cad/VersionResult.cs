namespace SonoranCad.Remove911.Cad;

/// <summary>What a response to the version request means. The status is HTTP's.</summary>
internal sealed record VersionResult(VersionResultKind Kind, ApiVersion ApiVersion, int Status)
{
    /// <summary>The plan: on API v1 its number (v1 gives no name), on v2 its name. Empty if the response names none.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>What a removal with the same response would end with; null for a success.</summary>
    public RemovalError? Error { get; init; }

    /// <summary>The CAD's own words of a refusal, safe to show; may be empty.</summary>
    public string CadMessage { get; init; } = string.Empty;
}

/// <summary>What a response to the CAD's version request says about the account.</summary>
internal enum VersionResultKind
{
    /// <summary>The CAD accepts the account, and its plan has the API.</summary>
    Accepted,

    /// <summary>The CAD accepts the account, but its plan does not have API v1.</summary>
    NotInPlan,

    /// <summary>The API is disabled, or not in the plan.</summary>
    NotEnabled,
    UnknownCommunity,
    InvalidKey,

    /// <summary>403: the key, or this server, has no permission.</summary>
    Forbidden,

    /// <summary>A firewall or proxy in front of the CAD answered: nothing is known about the account.</summary>
    Intercepted,

    /// <summary>The CAD does not have this request, or no longer: nothing is known about the account.</summary>
    NoEndpoint,
    Unreachable,

    /// <summary>The game server did not send the request.</summary>
    NotSent,

    /// <summary>429 or 5xx.</summary>
    TemporaryError,

    /// <summary>A redirect, which is not followed.</summary>
    Redirected,

    /// <summary>A refusal that the CAD's documents do not list.</summary>
    Rejected,

    /// <summary>A success without a version in it.</summary>
    Unreadable,
}
