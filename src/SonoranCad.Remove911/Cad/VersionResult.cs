namespace SonoranCad.Remove911.Cad;

/// <summary>What a response to the version request says about the account; the error is null if the CAD accepts it. The status is HTTP's.</summary>
internal sealed record VersionResult(ApiVersion ApiVersion, int Status, RemovalError? Error)
{
    /// <summary>The plan: on API v1 its number (v1 gives no name), on v2 its name. Empty if the response names none.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>Whether the CAD accepts the account, but its plan does not have API v1.</summary>
    public bool LacksV1 { get; init; }

    /// <summary>Whether the CAD refuses the account.</summary>
    public bool IsRefusal => Error?.Kind is RemovalErrorKind.ApiNotEnabled or RemovalErrorKind.InvalidCommunity
        or RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized or RemovalErrorKind.Forbidden;

    /// <summary>Whether API v1 is disabled or not in the plan. API v2 is in every plan.</summary>
    public bool IsV1Unavailable => ApiVersion == ApiVersion.V1 && (LacksV1 || Error?.Kind == RemovalErrorKind.ApiNotEnabled);
}
