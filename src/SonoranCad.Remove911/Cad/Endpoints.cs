using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cad;

/// <summary>The endpoints that the setting <c>api</c> allows, in the order in which they are tried.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<ICadEndpoint> Of(ApiChoice choice, string version, int batchSize, SecretFilter secrets)
    {
        var endpoints = new List<ICadEndpoint>();
        if (choice != ApiChoice.V2)
        {
            endpoints.Add(V1Endpoint.Documented(version, batchSize, secrets));
            endpoints.Add(V1Endpoint.Typed(version, batchSize, secrets));
        }

        if (choice != ApiChoice.V1)
        {
            endpoints.Add(new V2Endpoint(version, secrets));
        }

        return endpoints;
    }
}
