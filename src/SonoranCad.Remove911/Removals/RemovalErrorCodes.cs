namespace SonoranCad.Remove911.Removals;

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
