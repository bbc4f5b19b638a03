using System;

namespace SonoranCad.Remove911.Discord;

/// <summary>One coloured box of a message on Discord, its texts escaped and within Discord's limits.</summary>
internal sealed class DiscordEmbed
{
    /// <summary>Discord's limit on a title, in characters.</summary>
    public const int MaxTitleLength = 256;

    /// <summary>Discord's limit on a description, in characters.</summary>
    public const int MaxDescriptionLength = 4096;

    /// <param name="title">Plain text.</param>
    /// <param name="description">Plain text.</param>
    /// <param name="color">0xRRGGBB.</param>
    /// <param name="timestamp">In UTC.</param>
    public DiscordEmbed(string title, string description, int color, DateTime timestamp)
    {
        Title = DiscordMarkdown.Escape(title, MaxTitleLength);
        Description = DiscordMarkdown.Escape(description, MaxDescriptionLength);
        Color = color;
        Timestamp = timestamp;
    }

    public string Title { get; }

    public string Description { get; }

    /// <summary>0xRRGGBB.</summary>
    public int Color { get; }

    /// <summary>In UTC; Discord shows it in each reader's own time.</summary>
    public DateTime Timestamp { get; }

    /// <summary>What it takes of the characters that one message may hold.</summary>
    public int Length => Title.Length + Description.Length;
}
