namespace SonoranCad.Remove911.Discord;

/// <summary>An embed of a Discord message. Escapes the plain title and description and cuts them to Discord's limits.</summary>
internal sealed class DiscordEmbed(string title, string description, int color, DateTime timestamp)
{
    // Discord's limits, in characters.
    public const int MaxTitleLength = 256;
    public const int MaxDescriptionLength = 4096;

    public string Title { get; } = DiscordMarkdown.Escape(title, MaxTitleLength);

    public string Description { get; } = DiscordMarkdown.Escape(description, MaxDescriptionLength);

    /// <summary>How many of a message's characters the embed uses.</summary>
    public int Length => Title.Length + Description.Length;

    public JObject ToJson() => new()
    {
        ["title"] = Title,
        ["description"] = Description,
        ["color"] = color,
        ["timestamp"] = timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };
}
