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
internal sealed class AccountResolution
{
    public CadAccount? Account { get; private init; }

    /// <summary>The keys of config.json that give the account.</summary>
    public IReadOnlyList<string> FileKeys { get; private init; } = [];

    /// <summary>The convars that give the account, ours and the vendor's.</summary>
    public IReadOnlyList<string> ConvarNames { get; private init; } = [];

    /// <summary>Why there is no account, or null.</summary>
    public RemovalError? Error { get; private init; }

    /// <summary>The keys without a value ("communityId and apiKey"), or null.</summary>
    public Phrase? MissingKeys { get; private init; }

    public bool AreBothKeysMissing { get; private init; }

    /// <summary>Why keys are missing; null if none are.</summary>
    public MissingAccountReason? MissingReason { get; private init; }

    public static AccountResolution From(CadAccount account, IReadOnlyList<string> fileKeys, IReadOnlyList<string> convarNames) =>
        new() { Account = account, FileKeys = fileKeys, ConvarNames = convarNames };

    public static AccountResolution Incomplete(Phrase missingKeys, bool areBothMissing, MissingAccountReason reason) => new()
    {
        Error = RemovalErrors.NotConfigured(missingKeys, areBothMissing),
        MissingKeys = missingKeys,
        AreBothKeysMissing = areBothMissing,
        MissingReason = reason,
    };

    // Whoever clears a call sees this error, but the value in config.json is the owner's: only the console shows it.
    public static AccountResolution Invalid(Phrase error) =>
        new() { Error = RemovalErrors.InvalidConfiguration(error.With("but", string.Empty)) };
}
