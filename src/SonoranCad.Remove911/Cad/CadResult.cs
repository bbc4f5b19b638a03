namespace SonoranCad.Remove911.Cad;

/// <summary>What a response of the CAD means. The error is null if all of the request's calls are cleared.</summary>
internal sealed record CadResult(CadResultKind Kind, RemovalError? Error)
{
    public static CadResult Cleared { get; } = new(CadResultKind.Cleared, null);

    /// <summary>Whether the endpoint has cleared the calls and says that it is deprecated: another one should be used from now on.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether the CAD itself refused the request because of its limit, not a firewall or proxy in front of it.</summary>
    public bool IsOverLimit { get; init; }

    /// <summary>Whether the other API version may serve this account: v1 needs a paid plan, v2 is in every one.</summary>
    public bool IsApiNotEnabled => Error?.Kind == RemovalErrorKind.ApiNotEnabled;

    public override string ToString() => Error?.Code ?? "cleared";
}

internal enum CadResultKind
{
    Cleared,

    /// <summary>The CAD refuses the request. One call may be the reason for the whole batch, which is therefore split.</summary>
    Refused,

    /// <summary>The CAD does not know the call. If an earlier response was lost, that request has cleared it.</summary>
    CallNotFound,

    /// <summary>The request failed as a whole, and a retry would fail too.</summary>
    Failed,

    /// <summary>A retry may succeed.</summary>
    Retry,

    /// <summary>The account is wrong: every request fails until the owner fixes it.</summary>
    AccountError,

    /// <summary>The CAD does not have this endpoint, or no longer: another one may work.</summary>
    NoEndpoint,
}
