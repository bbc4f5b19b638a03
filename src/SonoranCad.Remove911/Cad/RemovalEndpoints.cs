namespace SonoranCad.Remove911.Cad;

/// <summary>The endpoints that the setting <c>api</c> allows, in the order in which they are tried.</summary>
internal static class RemovalEndpoints
{
    public static IReadOnlyList<IRemovalEndpoint> Create(ApiMode mode, string version, int batchSize, SecretRedactor secrets)
    {
        var endpoints = new List<IRemovalEndpoint>();
        if (mode != ApiMode.V2)
        {
            endpoints.Add(V1RemovalEndpoint.Documented(version, batchSize, secrets));
            endpoints.Add(V1RemovalEndpoint.Typed(version, batchSize, secrets));
        }

        if (mode != ApiMode.V1)
        {
            endpoints.Add(new V2RemovalEndpoint(version, secrets));
        }

        return endpoints;
    }
}
