namespace SonoranCad.Remove911.Cad;

/// <summary>What a response to the version request means. The status is HTTP's.</summary>
internal sealed record VersionResult(VersionResultKind Kind, ApiVersion ApiVersion, int Status)
{
    /// <summary>The plan: on API v1 its number (v1 gives no name), on v2 its name. Empty if the response names none.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>What a removal with the same response would end with; null for a success.</summary>
    public RemovalError? Error { get; init; }

    /// <summary>The CAD's own words of a refusal, safe to show; may be empty.</summary>
    public string CadMessage { get; init; } = string.Empty;
}
