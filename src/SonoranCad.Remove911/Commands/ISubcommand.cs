namespace SonoranCad.Remove911.Commands;

/// <summary>What the command does where its first word is no call id: <c>/clear911 last</c>.</summary>
internal interface ISubcommand
{
    /// <summary>The word, in lower case; empty for the command alone.</summary>
    string Word { get; }

    /// <summary>
    /// What the command's own permission is followed by to make the one that this needs besides (<c>command.clear911all</c>),
    /// or empty. Never behind a dot: permissions inherit along the dots, so every moderator would hold it.
    /// </summary>
    string AceSuffix { get; }

    /// <summary>Does it; who asks has the permission.</summary>
    void Run(CommandContext context);
}
