using System;

namespace SonoranCad.Remove911.Discord;

/// <summary>One coloured box of a message on Discord, its texts escaped and within Discord's limits.</summary>
internal sealed class DiscordEmbed
{
    /// <summary>Discord's limit on a title, in characters.</summary>
    public const int MostTitle = 256;

    /// <summary>Discord's limit on a description, in characters.</summary>
    public const int MostDescription = 4096;

    /// <param name="title">Plain text.</param>
    /// <param name="description">Plain text.</param>
    /// <param name="colour">0xRRGGBB.</param>
    /// <param name="at">In UTC.</param>
    public DiscordEmbed(string title, string description, int colour, DateTime at)
    {
        Title = DiscordMarkdown.Escape(title, MostTitle);
        Description = DiscordMarkdown.Escape(description, MostDescription);
        Colour = colour;
        At = at;
    }

    public string Title { get; }

    public string Description { get; }

    /// <summary>0xRRGGBB.</summary>
    public int Colour { get; }

    /// <summary>In UTC; Discord shows it in each reader's own time.</summary>
    public DateTime At { get; }

    /// <summary>What it takes of the characters that one message may hold.</summary>
    public int Length => Title.Length + Description.Length;
}
