using System;

namespace CadServer.Discord;

/// <summary>The faults whose answers Discord words in its own way; for the others take <see cref="CadFault"/>'s.</summary>
public static class DiscordFault
{
    /// <summary>429 as Discord sends it, with retry_after in the body and Retry-After beside it.</summary>
    /// <param name="retryAfter">2 s if left out.</param>
    public static CadFault RateLimited(TimeSpan? retryAfter = null) =>
        CadFault.Of("429", () => DiscordResponses.RateLimited(retryAfter ?? TimeSpan.FromSeconds(2)));

    /// <summary>404: somebody deleted the webhook.</summary>
    public static CadFault UnknownWebhook() => CadFault.Of("404", DiscordResponses.UnknownWebhook);

    /// <summary>500 as Discord's servers send it.</summary>
    public static CadFault ServerError() => CadFault.Of("500", () => DiscordResponses.Error(500, "500: Internal Server Error", 0));
}
