namespace SonoranCad.Remove911.Configuration;

/// <summary>Which versions of the CAD's API to use.</summary>
internal enum ApiMode
{
    /// <summary>Starts with v1 and switches to v2 if the CAD says that v1 is gone or not in the plan.</summary>
    Auto,
    V1,
    V2,
}
