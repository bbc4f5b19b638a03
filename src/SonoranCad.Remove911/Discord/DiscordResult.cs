namespace SonoranCad.Remove911.Discord;

/// <summary>What Discord's answer means for the message.</summary>
internal enum DiscordResult
{
    /// <summary>It stands in the channel.</summary>
    Posted,

    /// <summary>It may be taken later.</summary>
    Retry,

    /// <summary>Discord will never take this message; it may take the next one.</summary>
    Refused,

    /// <summary>The webhook is no more, or the address is not one: only the owner can mend that.</summary>
    WebhookGone,
}
