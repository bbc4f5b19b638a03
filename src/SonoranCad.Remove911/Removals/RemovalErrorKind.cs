namespace SonoranCad.Remove911.Removals;

/// <summary>Why a call was not cleared. Each kind has one code for programs (<see cref="RemovalErrorCodes"/>).</summary>
internal enum RemovalErrorKind
{
    NoCallId,
    TooManyCalls,
    InvalidCallId,
    InvalidCallback,
    NoPermission,
    SlowDown,
    Busy,
    NotConfigured,
    InvalidConfiguration,
    CommunityChanged,
    Expired,
    Kept,
    InvalidCommunity,
    ApiNotEnabled,
    InvalidApiKey,
    InvalidRequestType,
    Unauthorized,
    Forbidden,

    /// <summary>A firewall or proxy between this server and the CAD refused the request.</summary>
    Intercepted,
    ServerUnknown,
    CallNotFound,

    /// <summary>The CAD does not say which of the two is unknown.</summary>
    CallOrServerNotFound,
    EndpointNotFound,
    RateLimited,
    NoConnection,
    NotSent,
    NoResponse,
    UnexpectedResponse,
    Redirected,
    ServerError,
    Rejected,
}
