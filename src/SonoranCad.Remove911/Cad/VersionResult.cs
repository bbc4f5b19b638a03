namespace SonoranCad.Remove911.Cad;

/// <summary>How an answer to the version request reads.</summary>
internal sealed class VersionResult(VersionResultKind kind, ApiVersion apiVersion, int status)
{
    public VersionResultKind Kind { get; } = kind;

    /// <summary>The API's generation that was asked, 1 or 2.</summary>
    public ApiVersion ApiVersion { get; } = apiVersion;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The plan: its number over API v1, which tells no more, its name over v2; empty where the answer names none.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>The CAD's own words of a refusal, fit to show; may be empty.</summary>
    public string CadMessage { get; init; } = string.Empty;
}
