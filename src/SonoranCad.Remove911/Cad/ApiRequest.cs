using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Cad;

/// <summary>Writes requests to the CAD. Their bodies and headers carry the API key: never log them.</summary>
/// <param name="version">This resource's version.</param>
internal sealed class ApiRequest(string version)
{
    /// <summary>A request to API v1. The order of the body's properties is the one in the vendor's documents.</summary>
    public HttpRequest V1(CadAccount account, string path, string type, params JObject[] data)
    {
        var body = new JObject
        {
            ["id"] = account.CommunityId,
            ["key"] = account.ApiKey,
            ["type"] = type,
            ["data"] = new JArray(data),
        };
        return new HttpRequest(account.ApiUrl + path, "POST", body.ToString(Formatting.None), JsonHeaders.Create(version));
    }

    /// <summary>A request to API v2.</summary>
    public HttpRequest V2(CadAccount account, string method, string path) => new(
        account.ApiUrl + "/v2" + path,
        method,
        string.Empty,
        new Dictionary<string, string>
        {
            ["Accept"] = "application/json",
            ["Authorization"] = "Bearer " + account.ApiKey,
            ["User-Agent"] = JsonHeaders.UserAgent(version),
        });

    /// <summary>
    /// The CAD's version request, the cheapest one that needs the account: v1's GET_VERSION and v2's
    /// <c>GET /v2/general/version</c>. Source: the vendor's pages of the same names.
    /// </summary>
    public HttpRequest ForVersion(ApiVersion apiVersion, CadAccount account) => apiVersion == ApiVersion.V1
        ? V1(account, "/general/get_version", "GET_VERSION")
        : V2(account, "GET", "/general/version");
}
