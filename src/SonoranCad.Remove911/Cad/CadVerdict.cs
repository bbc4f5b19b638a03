using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>How an answer reads.</summary>
internal sealed class CadVerdict
{
    private CadVerdict(VerdictKind kind, Outcome? outcome)
    {
        Kind = kind;
        Outcome = outcome;
    }

    public static CadVerdict Cleared { get; } = new(VerdictKind.Cleared, null);

    public VerdictKind Kind { get; }

    /// <summary>Why nothing was cleared; null where all of the request's calls were.</summary>
    public Outcome? Outcome { get; }

    /// <summary>
    /// Whether it is the account fault that the other API generation may not have: v1 needs a paid plan, v2 is in the free
    /// one.
    /// </summary>
    public bool IsNotEnabled => ReferenceEquals(Outcome, CadOutcomes.ApiNotEnabled);

    public static CadVerdict Of(VerdictKind kind, Outcome outcome) => new(kind, outcome);

    public override string ToString() => Outcome?.Code ?? "cleared";
}
