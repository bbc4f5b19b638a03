namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Why the account lacks a value. The last two mean that the vendor's resource runs: its key can't be read (not set, or no
/// permission), or can be read but is empty.
/// </summary>
internal enum MissingAccountReason
{
    NotSet,
    CommunityNotSet,
    SonoranCadNotStarted,
    KeyUnreadable,
    KeyNotPublished,
}

/// <summary>The account that the configuration gives, or why it gives none.</summary>
internal sealed record AccountResolution
{
    public CadAccount? Account { get; init; }

    /// <summary>The keys of config.json that give the account.</summary>
    public IReadOnlyList<string> FileKeys { get; init; } = [];

    /// <summary>The convars that give the account, ours and the vendor's.</summary>
    public IReadOnlyList<string> ConvarNames { get; init; } = [];

    /// <summary>Why there is no account, or null.</summary>
    public RemovalError? Error { get; init; }

    /// <summary>The keys without a value ("communityId and apiKey"), or null.</summary>
    public Phrase? MissingKeys { get; init; }

    public bool AreBothKeysMissing { get; init; }

    /// <summary>Why keys are missing; null if none are.</summary>
    public MissingAccountReason? MissingReason { get; init; }
}
