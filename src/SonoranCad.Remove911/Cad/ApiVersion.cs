namespace SonoranCad.Remove911.Cad;

/// <summary>A version of the CAD's API. Endpoints of one version share its rate limit.</summary>
internal enum ApiVersion
{
    /// <summary>API v1, which needs a paid plan for some requests.</summary>
    V1 = 1,

    /// <summary>API v2, which is in every plan.</summary>
    V2 = 2,
}
