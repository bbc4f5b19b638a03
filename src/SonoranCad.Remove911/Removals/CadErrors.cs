namespace SonoranCad.Remove911.Removals;

/// <summary>Every error of the CAD, and of the connection to it.</summary>
internal static class CadErrors
{
    public static RemovalError InvalidCommunity { get; } = new(RemovalErrorKind.InvalidCommunity, new Phrase("outcome.invalid_community"));
    public static RemovalError ApiNotEnabled { get; } = new(RemovalErrorKind.ApiNotEnabled, new Phrase("outcome.api_not_enabled"));
    public static RemovalError InvalidApiKey { get; } = new(RemovalErrorKind.InvalidApiKey, new Phrase("outcome.invalid_api_key"));
    public static RemovalError InvalidRequestType { get; } = new(RemovalErrorKind.InvalidRequestType, new Phrase("outcome.invalid_request_type"));
    public static RemovalError Unauthorized { get; } = new(RemovalErrorKind.Unauthorized, new Phrase("outcome.unauthorized"));
    public static RemovalError Forbidden { get; } = new(RemovalErrorKind.Forbidden, new Phrase("outcome.forbidden"));
    public static RemovalError ForbiddenKey { get; } = new(RemovalErrorKind.Forbidden, new Phrase("outcome.forbidden_key"));
    public static RemovalError ServerUnknown { get; } = new(RemovalErrorKind.ServerUnknown, new Phrase("outcome.server_unknown"));
    public static RemovalError CallNotFound { get; } = new(RemovalErrorKind.CallNotFound, new Phrase("outcome.call_not_found"));
    public static RemovalError CallOrServerNotFound { get; } = new(RemovalErrorKind.CallOrServerNotFound, new Phrase("outcome.call_or_server_not_found"));
    public static RemovalError EndpointNotFound { get; } = new(RemovalErrorKind.EndpointNotFound, new Phrase("outcome.endpoint_not_found"));
    public static RemovalError RateLimited { get; } = new(RemovalErrorKind.RateLimited, new Phrase("outcome.rate_limited"));
    public static RemovalError NoConnection { get; } = new(RemovalErrorKind.NoConnection, new Phrase("outcome.no_connection"));
    public static RemovalError NotSent { get; } = new(RemovalErrorKind.NotSent, new Phrase("outcome.not_sent"));
    public static RemovalError NoResponse { get; } = new(RemovalErrorKind.NoResponse, new Phrase("outcome.no_answer"));
    public static RemovalError UnexpectedResponse { get; } = new(RemovalErrorKind.UnexpectedResponse, new Phrase("outcome.unexpected_answer"));

    /// <summary>The API is not in the community's plan; <paramref name="plan"/> is.</summary>
    public static RemovalError PlanRequired(string plan) => new(RemovalErrorKind.ApiNotEnabled, new Phrase("outcome.plan_required").With("plan", plan));

    public static RemovalError Intercepted(int status) => new(RemovalErrorKind.Intercepted, new Phrase("outcome.firewall").With("status", status));
    public static RemovalError Redirected(int status) => new(RemovalErrorKind.Redirected, new Phrase("outcome.redirected").With("status", status));
    public static RemovalError ServerError(int status) => new(RemovalErrorKind.ServerError, new Phrase("outcome.cad_error").With("status", status)) { Status = status };

    /// <summary>A refusal that the CAD's documents do not list, in the CAD's own words.</summary>
    public static RemovalError Rejected(int status, string cadMessage) => new(RemovalErrorKind.Rejected, cadMessage.Length == 0
        ? new Phrase("outcome.cad_rejected_silently").With("status", status)
        : new Phrase("outcome.cad_rejected").With("status", status).With("words", cadMessage))
    { Status = status, CadMessage = cadMessage };
}
