using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>How an answer reads.</summary>
internal sealed class CadResult
{
    private CadResult(CadResultKind kind, RemovalError? outcome)
    {
        Kind = kind;
        Outcome = outcome;
    }

    public static CadResult Cleared { get; } = new(CadResultKind.Cleared, null);

    public CadResultKind Kind { get; }

    /// <summary>Why nothing was cleared; null where all of the request's calls were.</summary>
    public RemovalError? Outcome { get; }

    /// <summary>
    /// Whether it is the account fault that the other API generation may not have: v1 needs a paid plan, v2 is in the free
    /// one.
    /// </summary>
    public bool IsNotEnabled => ReferenceEquals(Outcome, CadErrors.ApiNotEnabled);

    public static CadResult Of(CadResultKind kind, RemovalError outcome) => new(kind, outcome);

    public override string ToString() => Outcome?.Code ?? "cleared";
}
