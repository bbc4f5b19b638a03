namespace SonoranCad.Remove911.Cad;

/// <summary>Writes requests to the CAD. Their bodies and headers carry the API key: never log them.</summary>
internal sealed class ApiRequest(string version)
{
    /// <summary>A request to API v1. The order of the body's properties is the one in the vendor's documents.</summary>
    public HttpRequest V1(CadAccount account, string path, string type, params JObject[] data)
    {
        var body = new JObject { ["id"] = account.CommunityId, ["key"] = account.ApiKey, ["type"] = type };
        body["data"] = new JArray(data);
        return new HttpRequest(account.ApiUrl + path, "POST", body.ToString(Formatting.None), HttpRequest.JsonHeaders(version));
    }

    public HttpRequest V2(CadAccount account, string method, string path) => new(
        account.ApiUrl + "/v2" + path, method, string.Empty, new Dictionary<string, string>
        {
            ["Accept"] = "application/json",
            ["Authorization"] = "Bearer " + account.ApiKey,
            ["User-Agent"] = HttpRequest.UserAgent(version),
        });

    /// <summary>The CAD's version request, the cheapest one that needs the account. Source: the vendor's pages of these names.</summary>
    public HttpRequest ForVersion(ApiVersion apiVersion, CadAccount account) => apiVersion == ApiVersion.V1
        ? V1(account, "/general/get_version", "GET_VERSION")
        : V2(account, "GET", "/general/version");
}

/// <summary>A version of the CAD's API, with its own rate limit. V1 needs a paid plan for some requests, v2 does not.</summary>
internal enum ApiVersion
{
    V1 = 1,
    V2 = 2,
}
