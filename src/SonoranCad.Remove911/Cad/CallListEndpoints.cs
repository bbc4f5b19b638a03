using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Cad;

/// <summary>The lists that the setting <c>api</c> allows.</summary>
internal static class CallListEndpoints
{
    public static IReadOnlyList<ICallListEndpoint> Of(ApiMode choice, string version, SecretRedactor secrets)
    {
        var lists = new List<ICallListEndpoint>();
        if (choice != ApiMode.V2)
        {
            lists.Add(new V1CallListEndpoint(version, secrets));
        }

        if (choice != ApiMode.V1)
        {
            lists.Add(new V2CallListEndpoint(version, secrets));
        }

        return lists;
    }
}
