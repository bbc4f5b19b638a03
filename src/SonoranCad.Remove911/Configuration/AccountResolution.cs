using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What a look at the configuration gave: the account, or why there is none.</summary>
internal sealed class AccountResolution
{
    private AccountResolution(CadAccount? account, RemovalError? fault, Phrase? missing, bool isKeyWithheld = false)
    {
        IsKeyWithheld = isKeyWithheld;
        Account = account;
        Fault = fault;
        Missing = missing;
    }

    public CadAccount? Account { get; }

    /// <summary>Why there is no account, or null.</summary>
    public RemovalError? Fault { get; }

    /// <summary>The keys that have no value («communityId and apiKey»), or null.</summary>
    public Phrase? Missing { get; }

    /// <summary>
    /// Whether the vendor's resource named the community, but its key can't be read: the owner has not granted that convar.
    /// </summary>
    public bool IsKeyWithheld { get; }

    public static AccountResolution Of(CadAccount account) => new(account, null, null);

    public static AccountResolution Lacking(Phrase missing, bool isKeyWithheld) => new(null, RemovalErrors.NotConfigured(missing), missing, isKeyWithheld);

    public static AccountResolution Faulty(Phrase error) =>
        // Whoever clears a call reads this, and what stands in the file is the owner's: the console shows it.
        new(null, RemovalErrors.BadConfiguration(error.With("but", string.Empty)), null);
}
