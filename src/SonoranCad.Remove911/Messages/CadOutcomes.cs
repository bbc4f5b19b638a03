namespace SonoranCad.Remove911.Messages;

/// <summary>Every reason for which the CAD, or the way to it, did not clear a call.</summary>
internal static class CadOutcomes
{
    public static Outcome InvalidCommunity { get; } = new("invalid_community", new Phrase("outcome.invalid_community"));

    public static Outcome ApiNotEnabled { get; } = new("api_not_enabled", new Phrase("outcome.api_not_enabled"));

    public static Outcome InvalidApiKey { get; } = new("invalid_api_key", new Phrase("outcome.invalid_api_key"));

    public static Outcome InvalidRequestType { get; } = new("invalid_request_type", new Phrase("outcome.invalid_request_type"));

    public static Outcome Unauthorized { get; } = new("unauthorized", new Phrase("outcome.unauthorized"));

    public static Outcome Forbidden { get; } = new("forbidden", new Phrase("outcome.forbidden"));

    public static Outcome ForbiddenKey { get; } = new("forbidden", new Phrase("outcome.forbidden_key"));

    public static Outcome ServerUnknown { get; } = new("server_unknown", new Phrase("outcome.server_unknown"));

    public static Outcome CallUnknown { get; } = new("call_not_found", new Phrase("outcome.call_not_found"));

    public static Outcome CallOrServerUnknown { get; } = new("call_not_found", new Phrase("outcome.call_or_server_not_found"));

    public static Outcome EndpointNotFound { get; } = new("endpoint_not_found", new Phrase("outcome.endpoint_not_found"));

    public static Outcome RateLimited { get; } = new("rate_limited", new Phrase("outcome.rate_limited"));

    public static Outcome NoConnection { get; } = new("no_connection", new Phrase("outcome.no_connection"));

    public static Outcome NotSent { get; } = new("not_sent", new Phrase("outcome.not_sent"));

    public static Outcome NoAnswer { get; } = new("no_answer", new Phrase("outcome.no_answer"));

    public static Outcome UnexpectedAnswer { get; } = new("unexpected_answer", new Phrase("outcome.unexpected_answer"));

    public static Outcome Redirected(int status) => new("redirected", new Phrase("outcome.redirected").With("status", status));

    public static Outcome ServerError(int status) => new("cad_error", new Phrase("outcome.cad_error").With("status", status));

    /// <summary>A refusal the CAD's documents don't list, in the CAD's own words.</summary>
    public static Outcome Rejected(int status, string words) => new(
        "cad_rejected",
        words.Length == 0
            ? new Phrase("outcome.cad_rejected_silently").With("status", status)
            : new Phrase("outcome.cad_rejected").With("status", status).With("words", words));
}
