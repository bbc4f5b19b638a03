using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// The CAD's version request, the cheapest one that needs the account: v1's GET_VERSION and v2's
/// <c>GET /v2/general/version</c>. Source: the vendor's pages of the same names.
/// </summary>
internal static class VersionRequest
{
    /// <param name="apiVersion">The version of the CAD's API.</param>
    /// <param name="account">The account to check.</param>
    /// <param name="version">This resource's version.</param>
    public static HttpRequest Create(ApiVersion apiVersion, CadAccount account, string version) => apiVersion == ApiVersion.V1
        ? V1Request.Create(account, "/general/get_version", "GET_VERSION", new JArray(), version)
        : new HttpRequest(account.ApiUrl + "/v2/general/version", "GET", string.Empty, V2Headers.Create(account, version));
}
