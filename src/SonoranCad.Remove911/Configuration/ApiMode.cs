namespace SonoranCad.Remove911.Configuration;

/// <summary>Which of the CAD's API generations to use.</summary>
internal enum ApiMode
{
    /// <summary>Begins with v1 and goes on to v2 where the CAD says that v1 is gone or not in the plan.</summary>
    Auto,

    /// <summary>API v1 alone.</summary>
    V1,

    /// <summary>API v2 alone.</summary>
    V2,
}
