namespace SonoranCad.Remove911.Discord;

/// <summary>What Discord's response means for the message.</summary>
internal enum DiscordResult
{
    /// <summary>The message is in the channel.</summary>
    Posted,

    /// <summary>A later attempt may succeed.</summary>
    Retry,

    /// <summary>Discord will never accept this message, but may accept the next one.</summary>
    Refused,

    /// <summary>The webhook was deleted, or the URL is not a webhook. Only the owner can fix that.</summary>
    WebhookGone,
}
