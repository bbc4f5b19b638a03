namespace SonoranCad.Remove911.Configuration;

/// <summary>Which of the CAD's API generations to use.</summary>
internal enum ApiMode
{
    /// <summary>Starts with v1 and switches to v2 if the CAD says that v1 is gone or not in the plan.</summary>
    Auto,

    /// <summary>API v1 only.</summary>
    V1,

    /// <summary>API v2 only.</summary>
    V2,
}
