using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What a look at the configuration gave: the account, or why there is none.</summary>
internal sealed class AccountReading
{
    private AccountReading(CadAccount? account, Outcome? fault, Phrase? missing, bool isKeyWithheld = false)
    {
        IsKeyWithheld = isKeyWithheld;
        Account = account;
        Fault = fault;
        Missing = missing;
    }

    public CadAccount? Account { get; }

    /// <summary>Why there is no account, or null.</summary>
    public Outcome? Fault { get; }

    /// <summary>The keys that have no value («communityId and apiKey»), or null.</summary>
    public Phrase? Missing { get; }

    /// <summary>
    /// Whether the vendor's resource named the community, but its key can't be read: the owner has not granted that convar.
    /// </summary>
    public bool IsKeyWithheld { get; }

    public static AccountReading Of(CadAccount account) => new(account, null, null);

    public static AccountReading Lacking(Phrase missing, bool isKeyWithheld) => new(null, Outcomes.NotConfigured(missing), missing, isKeyWithheld);

    public static AccountReading Faulty(Phrase error) =>
        // Whoever clears a call reads this, and what stands in the file is the owner's: the console shows it.
        new(null, Outcomes.BadConfiguration(error.With("but", string.Empty)), null);
}
