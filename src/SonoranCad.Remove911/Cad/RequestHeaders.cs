using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Cad;

/// <summary>The headers of what this resource sends.</summary>
internal static class RequestHeaders
{
    /// <summary>For a JSON body: API v1, whose key stands in the body, and other services.</summary>
    /// <param name="version">This resource's version.</param>
    public static IReadOnlyDictionary<string, string> ForJson(string version) => new Dictionary<string, string>
    {
        ["Content-Type"] = "application/json",
        ["User-Agent"] = UserAgent(version),
    };

    /// <summary>For API v2, which has the key in a header.</summary>
    /// <param name="account">Whose key; never logged.</param>
    /// <param name="version">This resource's version.</param>
    public static IReadOnlyDictionary<string, string> ForV2(CadAccount account, string version) => new Dictionary<string, string>
    {
        ["Accept"] = "application/json",
        ["Authorization"] = "Bearer " + account.ApiKey,
        ["User-Agent"] = UserAgent(version),
    };

    private static string UserAgent(string version) => "sonorancad-remove911/" + version;
}
