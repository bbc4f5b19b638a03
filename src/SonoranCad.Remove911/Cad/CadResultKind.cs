namespace SonoranCad.Remove911.Cad;

/// <summary>What an answer means for the calls of its request.</summary>
internal enum CadResultKind
{
    /// <summary>All of the request's calls are cleared.</summary>
    Cleared,

    /// <summary>The CAD refuses what was asked. In a batch one call may be to blame for all: it is split.</summary>
    Refused,

    /// <summary>The CAD does not know the call; where an earlier answer was lost, because that try has cleared it.</summary>
    CallNotFound,

    /// <summary>The request fails as a whole, and would again.</summary>
    Failed,

    /// <summary>It may go better next time.</summary>
    Retry,

    /// <summary>The account's fault: sending on would fail alike until the owner mends it.</summary>
    AccountError,

    /// <summary>The CAD has no such endpoint (any more): another one may serve.</summary>
    NoEndpoint,
}
