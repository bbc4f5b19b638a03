namespace SonoranCad.Remove911.Cad;

/// <summary>A version of the CAD's API. Endpoints of one version share its rate limit.</summary>
internal enum ApiVersion
{
    /// <summary>Needs a paid plan for some requests.</summary>
    V1 = 1,

    /// <summary>In every plan.</summary>
    V2 = 2,
}
