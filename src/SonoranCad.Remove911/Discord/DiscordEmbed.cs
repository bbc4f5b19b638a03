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

/// <summary>Writes a message to a Discord webhook. Source: Discord's pages "Execute Webhook" and "Embed limits".</summary>
internal static class DiscordPayload
{
    /// <summary>Creates the request. <paramref name="url"/> is a secret; <paramref name="version"/> is this resource's.</summary>
    public static HttpRequest CreateRequest(string url, IReadOnlyList<DiscordEmbed> embeds, string version)
    {
        var body = new JObject
        {
            ["embeds"] = new JArray(embeds.Select(embed => embed.ToJson())),

            // No mention ever pings anybody, whatever name a player chooses.
            ["allowed_mentions"] = new JObject { ["parse"] = new JArray() },
        };
        return new HttpRequest(url, "POST", body.ToString(Formatting.None), HttpRequest.JsonHeaders(version));
    }
}

/// <summary>Escapes plain text for Discord, so that nobody's name turns into bold text, a link, an emoji or a mention.</summary>
internal static class DiscordMarkdown
{
    // Everything with a meaning in Discord's markdown, unless a backslash precedes it.
    private const string Marks = "\\*_~`|<>#[]()@:-+";

    /// <summary>Escapes a text and cuts it to <paramref name="maxLength"/> characters, including the backslashes.</summary>
    public static string Escape(string text, int maxLength)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var start = escaped.Length;
            Append(escaped, text, ref i);
            var isLast = i == text.Length - 1;
            if (escaped.Length > maxLength - (isLast ? 0 : 1))
            {
                // Cut whole characters: half a surrogate pair, or a backslash alone, would change what follows.
                escaped.Length = start;
                return escaped.Append('…').ToString();
            }
        }

        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, ref int i)
    {
        if (Marks.IndexOf(text[i]) >= 0)
            escaped.Append('\\');

        escaped.Append(text[i]);
        if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            escaped.Append(text[++i]);
    }
}
