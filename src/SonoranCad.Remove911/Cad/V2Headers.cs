using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Cad;

/// <summary>The headers of a request to API v2, which carries the API key in one of them.</summary>
internal static class V2Headers
{
    /// <param name="account">Whose key it is; never logged.</param>
    /// <param name="version">This resource's version.</param>
    public static IReadOnlyDictionary<string, string> Create(CadAccount account, string version) => new Dictionary<string, string>
    {
        ["Accept"] = "application/json",
        ["Authorization"] = "Bearer " + account.ApiKey,
        ["User-Agent"] = JsonHeaders.UserAgent(version),
    };
}
