namespace SonoranCad.Remove911.Cad;

/// <summary>What a response of the CAD means. The error is null if all of the request's calls are cleared.</summary>
internal sealed record CadResult(CadResultKind Kind, RemovalError? Error)
{
    public static CadResult Cleared { get; } = new(CadResultKind.Cleared, null);

    /// <summary>Whether the endpoint has cleared the calls and says that it is deprecated: another one should be used from now on.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether the CAD itself refused the request because of its limit, not a firewall or proxy in front of it.</summary>
    public bool IsOverLimit { get; init; }

    /// <summary>Whether the other API version may serve this account: v1 needs a paid plan, v2 is in every one.</summary>
    public bool IsApiNotEnabled => Error?.Kind == RemovalErrorKind.ApiNotEnabled;

    public static CadResult Failed(CadResultKind kind, RemovalError error) => new(kind, error);

    public override string ToString() => Error?.Code ?? "cleared";
}
