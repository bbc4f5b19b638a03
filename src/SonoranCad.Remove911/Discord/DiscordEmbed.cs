namespace SonoranCad.Remove911.Discord;

/// <summary>An embed of a Discord message. Escapes the plain title and description and cuts them to Discord's limits.</summary>
internal sealed class DiscordEmbed(string title, string description, int color, DateTime timestamp)
{
    /// <summary>Discord's limit on a title, in characters.</summary>
    public const int MaxTitleLength = 256;

    /// <summary>Discord's limit on a description, in characters.</summary>
    public const int MaxDescriptionLength = 4096;

    public string Title { get; } = DiscordMarkdown.Escape(title, MaxTitleLength);

    public string Description { get; } = DiscordMarkdown.Escape(description, MaxDescriptionLength);

    /// <summary>0xRRGGBB.</summary>
    public int Color { get; } = color;

    /// <summary>In UTC; Discord shows it in each reader's time zone.</summary>
    public DateTime Timestamp { get; } = timestamp;

    /// <summary>How many of a message's characters the embed uses.</summary>
    public int Length => Title.Length + Description.Length;
}
