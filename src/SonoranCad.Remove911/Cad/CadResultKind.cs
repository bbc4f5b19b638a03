namespace SonoranCad.Remove911.Cad;

/// <summary>What a response means for the calls of its request.</summary>
internal enum CadResultKind
{
    /// <summary>All of the request's calls are cleared.</summary>
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
