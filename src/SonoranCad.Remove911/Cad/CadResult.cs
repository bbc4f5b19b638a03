using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>How an answer reads.</summary>
internal sealed class CadResult
{
    private CadResult(CadResultKind kind, RemovalError? error)
    {
        Kind = kind;
        Error = error;
    }

    public static CadResult Cleared { get; } = new(CadResultKind.Cleared, null);

    public CadResultKind Kind { get; }

    /// <summary>Why nothing was cleared; null where all of the request's calls were.</summary>
    public RemovalError? Error { get; }

    /// <summary>
    /// Whether it is the account fault that the other API generation may not have: v1 needs a paid plan, v2 is in the free
    /// one.
    /// </summary>
    public bool IsApiNotEnabled => ReferenceEquals(Error, CadErrors.ApiNotEnabled);

    public static CadResult Failed(CadResultKind kind, RemovalError error) => new(kind, error);

    public override string ToString() => Error?.Code ?? "cleared";
}
