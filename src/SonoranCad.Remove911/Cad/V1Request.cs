using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// A question to API v1: a POST like a removal, of another type. The removal itself is written by <see cref="V1RemovalEndpoint"/>,
/// token by token, since its bytes are the contract.
/// </summary>
internal static class V1Request
{
    /// <param name="account">Whom it is about.</param>
    /// <param name="path">Behind the API's address: <c>/general/get_version</c>.</param>
    /// <param name="type">The request's type: <c>GET_VERSION</c>.</param>
    /// <param name="data">The request objects.</param>
    /// <param name="version">This resource's version.</param>
    public static HttpRequest Create(CadAccount account, string path, string type, JArray data, string version)
    {
        var body = new JObject
        {
            ["id"] = account.CommunityId,
            ["key"] = account.ApiKey,
            ["type"] = type,
            ["data"] = data,
        };
        return new HttpRequest(account.ApiUrl + path, "POST", body.ToString(Formatting.None), JsonHeaders.Create(version));
    }
}
