using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Cad;

/// <summary>A request to API v1. The order of the body's properties is the one in the vendor's documents.</summary>
internal static class V1Request
{
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
