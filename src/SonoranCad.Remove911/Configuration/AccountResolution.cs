using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The account that the configuration gives, or why it gives none.</summary>
internal sealed class AccountResolution
{
    public CadAccount? Account { get; private init; }

    /// <summary>Why there is no account, or null.</summary>
    public RemovalError? Error { get; private init; }

    /// <summary>The keys without a value ("communityId and apiKey"), or null.</summary>
    public Phrase? MissingKeys { get; private init; }

    /// <summary>Whether the community id came from its convar, but the owner has not granted access to the key's.</summary>
    public bool IsKeyWithheld { get; private init; }

    public static AccountResolution From(CadAccount account) => new() { Account = account };

    public static AccountResolution Incomplete(Phrase missingKeys, bool isKeyWithheld) => new()
    {
        Error = RemovalErrors.NotConfigured(missingKeys),
        MissingKeys = missingKeys,
        IsKeyWithheld = isKeyWithheld,
    };

    // Whoever clears a call sees this error, but the value in config.json is the owner's: only the console shows it.
    public static AccountResolution Invalid(Phrase error) =>
        new() { Error = RemovalErrors.InvalidConfiguration(error.With("but", string.Empty)) };
}
