using System;

namespace CadServer.Discord;

/// <summary>Faults with Discord's own responses; <see cref="CadFault"/> has the others.</summary>
public static class DiscordFault
{
    /// <summary>Discord's 429, with retry_after in the body and the Retry-After header.</summary>
    /// <param name="retryAfter">Default 2 s.</param>
    public static CadFault RateLimited(TimeSpan? retryAfter = null) =>
        CadFault.Of("429", () => DiscordResponses.RateLimited(retryAfter ?? TimeSpan.FromSeconds(2)));

    /// <summary>Discord's 404 for a deleted webhook.</summary>
    public static CadFault UnknownWebhook() => CadFault.Of("404", DiscordResponses.UnknownWebhook);

    /// <summary>Discord's 500.</summary>
    public static CadFault ServerError() => CadFault.Of("500", () => DiscordResponses.Error(500, "500: Internal Server Error", 0));
}
