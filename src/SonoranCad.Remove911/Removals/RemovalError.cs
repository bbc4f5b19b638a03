namespace SonoranCad.Remove911.Removals;

/// <summary>Why a call was not cleared: a kind for decisions, a code for programs and a message for people.</summary>
internal sealed class RemovalError(RemovalErrorKind kind, Phrase message)
{
    public RemovalErrorKind Kind { get; } = kind;

    /// <summary>The code that the docs list. It never changes.</summary>
    public string Code { get; } = RemovalErrorCodes.For(kind);

    /// <summary>What happened and what to do next, in whole sentences, without secrets and call ids.</summary>
    public Phrase Message { get; } = message;

    /// <summary>The HTTP status of the CAD's refusal; 0 for any other error.</summary>
    public int Status { get; init; }

    /// <summary>The CAD's own words of a refusal, safe to show; empty for any other error.</summary>
    public string CadMessage { get; init; } = string.Empty;
}

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

/// <summary>The codes of the errors for other resources and the audit file. They never change.</summary>
internal static class RemovalErrorCodes
{
    public static string For(RemovalErrorKind kind) => kind switch
    {
        RemovalErrorKind.NoCallId => "no_call_id",
        RemovalErrorKind.TooManyCalls => "too_many_calls",
        RemovalErrorKind.InvalidCallId => "invalid_call_id",
        RemovalErrorKind.InvalidCallback => "invalid_callback",
        RemovalErrorKind.NoPermission => "no_permission",
        RemovalErrorKind.SlowDown => "slow_down",
        RemovalErrorKind.Busy => "busy",
        RemovalErrorKind.NotConfigured => "not_configured",
        RemovalErrorKind.InvalidConfiguration => "invalid_configuration",
        RemovalErrorKind.CommunityChanged => "community_changed",
        RemovalErrorKind.Expired => "expired",
        RemovalErrorKind.Kept => "kept",
        RemovalErrorKind.InvalidCommunity => "invalid_community",
        RemovalErrorKind.ApiNotEnabled => "api_not_enabled",
        RemovalErrorKind.InvalidApiKey => "invalid_api_key",
        RemovalErrorKind.InvalidRequestType => "invalid_request_type",
        RemovalErrorKind.Unauthorized => "unauthorized",
        RemovalErrorKind.Forbidden => "forbidden",
        RemovalErrorKind.Intercepted => "firewall",
        RemovalErrorKind.ServerUnknown => "server_unknown",
        RemovalErrorKind.CallNotFound or RemovalErrorKind.CallOrServerNotFound => "call_not_found",
        RemovalErrorKind.EndpointNotFound => "endpoint_not_found",
        RemovalErrorKind.RateLimited => "rate_limited",
        RemovalErrorKind.NoConnection => "no_connection",
        RemovalErrorKind.NotSent => "not_sent",
        RemovalErrorKind.NoResponse => "no_answer",
        RemovalErrorKind.UnexpectedResponse => "unexpected_answer",
        RemovalErrorKind.Redirected => "redirected",
        RemovalErrorKind.ServerError => "cad_error",
        RemovalErrorKind.Rejected => "cad_rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
