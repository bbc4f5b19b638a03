using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>How an answer reads: the calls are cleared, or why not.</summary>
internal sealed class CadVerdict
{
    private CadVerdict(Outcome? failure, bool isAccountFault)
    {
        Failure = failure;
        IsAccountFault = isAccountFault;
    }

    public static CadVerdict Cleared { get; } = new(null, isAccountFault: false);

    /// <summary>Why nothing was cleared, or null where all of the request's calls were.</summary>
    public Outcome? Failure { get; }

    /// <summary>Whether the fault is the account's, so that sending on would fail alike until the owner mends it.</summary>
    public bool IsAccountFault { get; }

    public static CadVerdict Failed(Outcome failure) => new(failure, isAccountFault: false);

    public static CadVerdict AccountFault(Outcome failure) => new(failure, isAccountFault: true);
}
