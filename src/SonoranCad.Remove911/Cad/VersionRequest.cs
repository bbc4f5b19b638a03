using System.Collections.Generic;
using Newtonsoft.Json;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// The CAD's version request, the cheapest one that needs the account: v1's GET_VERSION and v2's
/// <c>GET /v2/general/version</c>. Source: the vendor's pages of the same names.
/// </summary>
internal static class VersionRequest
{
    /// <param name="generation">The API's, 1 or 2.</param>
    /// <param name="account">Whom it is about.</param>
    /// <param name="version">This resource's version.</param>
    public static CadRequest Of(int generation, CadAccount account, string version)
    {
        var userAgent = "sonorancad-remove911/" + version;
        return generation == 1 ? V1(account, userAgent) : V2(account, userAgent);
    }

    private static CadRequest V1(CadAccount account, string userAgent) => new(
        account.ApiUrl + "/general/get_version",
        "POST",
        $"{{\"id\":{JsonConvert.ToString(account.CommunityId)},\"key\":{JsonConvert.ToString(account.ApiKey)},\"type\":\"GET_VERSION\",\"data\":[]}}",
        new Dictionary<string, string> { ["Content-Type"] = "application/json", ["User-Agent"] = userAgent });

    private static CadRequest V2(CadAccount account, string userAgent) => new(
        account.ApiUrl + "/v2/general/version",
        "GET",
        string.Empty,
        new Dictionary<string, string>
        {
            ["Accept"] = "application/json",
            ["Authorization"] = "Bearer " + account.ApiKey,
            ["User-Agent"] = userAgent,
        });
}
