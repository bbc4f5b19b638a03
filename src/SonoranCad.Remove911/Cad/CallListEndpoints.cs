using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Cad;

/// <summary>The lists that the setting <c>api</c> allows.</summary>
internal static class CallListEndpoints
{
    public static IReadOnlyList<ICallListEndpoint> Create(ApiMode mode, string version, SecretRedactor secrets)
    {
        var endpoints = new List<ICallListEndpoint>();
        if (mode != ApiMode.V2)
        {
            endpoints.Add(new V1CallListEndpoint(version, secrets));
        }

        if (mode != ApiMode.V1)
        {
            endpoints.Add(new V2CallListEndpoint(version, secrets));
        }

        return endpoints;
    }
}
