using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Every reason for which the CAD, or the way to it, did not clear a call.</summary>
internal static class CadErrors
{
    public static RemovalError InvalidCommunity { get; } = new("invalid_community", new Phrase("outcome.invalid_community"));

    public static RemovalError ApiNotEnabled { get; } = new("api_not_enabled", new Phrase("outcome.api_not_enabled"));

    public static RemovalError InvalidApiKey { get; } = new("invalid_api_key", new Phrase("outcome.invalid_api_key"));

    public static RemovalError InvalidRequestType { get; } = new("invalid_request_type", new Phrase("outcome.invalid_request_type"));

    public static RemovalError Unauthorized { get; } = new("unauthorized", new Phrase("outcome.unauthorized"));

    public static RemovalError Forbidden { get; } = new("forbidden", new Phrase("outcome.forbidden"));

    public static RemovalError ForbiddenKey { get; } = new("forbidden", new Phrase("outcome.forbidden_key"));

    public static RemovalError ServerUnknown { get; } = new("server_unknown", new Phrase("outcome.server_unknown"));

    public static RemovalError CallNotFound { get; } = new("call_not_found", new Phrase("outcome.call_not_found"));

    public static RemovalError CallOrServerNotFound { get; } = new("call_not_found", new Phrase("outcome.call_or_server_not_found"));

    public static RemovalError EndpointNotFound { get; } = new("endpoint_not_found", new Phrase("outcome.endpoint_not_found"));

    public static RemovalError RateLimited { get; } = new("rate_limited", new Phrase("outcome.rate_limited"));

    public static RemovalError NoConnection { get; } = new("no_connection", new Phrase("outcome.no_connection"));

    public static RemovalError NotSent { get; } = new("not_sent", new Phrase("outcome.not_sent"));

    public static RemovalError NoResponse { get; } = new("no_answer", new Phrase("outcome.no_answer"));

    public static RemovalError UnexpectedResponse { get; } = new("unexpected_answer", new Phrase("outcome.unexpected_answer"));

    public static RemovalError Redirected(int status) => new("redirected", new Phrase("outcome.redirected").With("status", status));

    public static RemovalError ServerError(int status) => new("cad_error", new Phrase("outcome.cad_error").With("status", status));

    /// <summary>A refusal the CAD's documents don't list, in the CAD's own words.</summary>
    public static RemovalError Rejected(int status, string cadMessage) => new(
        "cad_rejected",
        cadMessage.Length == 0
            ? new Phrase("outcome.cad_rejected_silently").With("status", status)
            : new Phrase("outcome.cad_rejected").With("status", status).With("words", cadMessage));
}
