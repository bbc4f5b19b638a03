namespace SonoranCad.Remove911.Messages;

/// <summary>Every reason for which the CAD, or the way to it, did not clear a call.</summary>
internal static class CadOutcomes
{
    private const string ForOwner = "Nothing more is sent until the server's owner mends it: ";

    public static Outcome InvalidCommunity { get; } = new(
        "invalid_community",
        $"Sonoran CAD does not know this server's community id. {ForOwner}correct communityId in config.json "
        + "(or the convar sonoran_communityID), then clear the call again.");

    public static Outcome ApiNotEnabled { get; } = new(
        "api_not_enabled",
        $"Sonoran CAD's API is not enabled for this community. {ForOwner}it needs the Standard plan or higher and is "
        + "switched on in the CAD's settings; restart this resource afterwards.");

    public static Outcome InvalidApiKey { get; } = new(
        "invalid_api_key",
        $"Sonoran CAD does not accept this server's API key. {ForOwner}correct apiKey in config.json "
        + "(or the convar sonoran_apiKey), then clear the call again.");

    public static Outcome InvalidRequestType { get; } = new(
        "invalid_request_type",
        "Sonoran CAD does not take this kind of request at this address. Nothing was cleared; the server's owner should "
        + "check apiUrl in config.json and look for an update of this resource.");

    public static Outcome Unauthorized { get; } = new(
        "unauthorized",
        "Sonoran CAD answered that the request is not authorized (401). The server's owner should check apiKey and apiUrl in config.json.");

    public static Outcome Forbidden { get; } = new(
        "forbidden",
        "Sonoran CAD refused the request (403). The server's owner should check the API key's rights and whether the CAD blocks this server's address.");

    public static Outcome ForbiddenKey { get; } = new(
        "forbidden",
        $"Sonoran CAD does not let this server's API key remove calls (403). {ForOwner}give the key that right on the CAD, or put "
        + "another one into apiKey in config.json.");

    public static Outcome ServerUnknown { get; } = new(
        "server_unknown",
        "Sonoran CAD does not know this game server's number. The server's owner should correct serverId in config.json "
        + "(or the convar sonoran_serverId), then clear the call again.");

    public static Outcome CallUnknown { get; } = new(
        "call_not_found",
        "Sonoran CAD has no such 911 call. Check the number on the CAD; it may have been removed already.");

    public static Outcome CallOrServerUnknown { get; } = new(
        "call_not_found",
        "Sonoran CAD does not know this 911 call, or not this game server's number. Check the call's number on the CAD; "
        + "the server's owner should check serverId in config.json.");

    public static Outcome EndpointNotFound { get; } = new(
        "endpoint_not_found",
        "Sonoran CAD has no such endpoint there, so nothing was cleared. The server's owner should check apiUrl in "
        + "config.json and look for an update of this resource.");

    public static Outcome RateLimited { get; } = new(
        "rate_limited",
        "Sonoran CAD is getting too many requests from this community (429).");

    public static Outcome NoConnection { get; } = new(
        "no_connection",
        "Sonoran CAD could not be reached or did not answer in time.");

    public static Outcome NotSent { get; } = new(
        "not_sent",
        "The game server did not send the request; if it stays so the server's owner should check apiUrl in config.json.");

    public static Outcome NoAnswer { get; } = new(
        "no_answer",
        "Sonoran CAD's answer never came.");

    public static Outcome UnexpectedAnswer { get; } = new(
        "unexpected_answer",
        "Something other than Sonoran CAD answered (a web page or unreadable data); if it stays so the server's owner should check "
        + "apiUrl and any proxy.");

    public static Outcome Redirected(int status) => new(
        "redirected",
        $"The CAD's address answered with a redirect ({status}), which is not followed, since the API key would go along. "
        + "The server's owner should put the final https address into apiUrl in config.json.");

    public static Outcome ServerError(int status) => new(
        "cad_error",
        $"Sonoran CAD has trouble of its own ({status}).");

    /// <summary>A refusal the CAD's documents don't list, in the CAD's own words.</summary>
    public static Outcome Rejected(int status, string words) => new(
        "cad_rejected",
        words.Length == 0
            ? $"Sonoran CAD rejected the request ({status}) without a reason. Check the call id on the CAD, then try again."
            : $"Sonoran CAD rejected the request ({status}): «{words}». Check the call id on the CAD, then try again.");
}
