using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What a look at the configuration gave: the account, or why there is none.</summary>
internal sealed class AccountResolution
{
    private AccountResolution(CadAccount? account, RemovalError? error, Phrase? missingKeys, bool isKeyWithheld = false)
    {
        IsKeyWithheld = isKeyWithheld;
        Account = account;
        Error = error;
        MissingKeys = missingKeys;
    }

    public CadAccount? Account { get; }

    /// <summary>Why there is no account, or null.</summary>
    public RemovalError? Error { get; }

    /// <summary>The keys that have no value («communityId and apiKey»), or null.</summary>
    public Phrase? MissingKeys { get; }

    /// <summary>
    /// Whether the vendor's resource named the community, but its key can't be read: the owner has not granted that convar.
    /// </summary>
    public bool IsKeyWithheld { get; }

    public static AccountResolution From(CadAccount account) => new(account, null, null);

    public static AccountResolution Incomplete(Phrase missingKeys, bool isKeyWithheld) => new(null, RemovalErrors.NotConfigured(missingKeys), missingKeys, isKeyWithheld);

    public static AccountResolution Invalid(Phrase error) =>
        // Whoever clears a call reads this, and what stands in the file is the owner's: the console shows it.
        new(null, RemovalErrors.InvalidConfiguration(error.With("but", string.Empty)), null);
}
