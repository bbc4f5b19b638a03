using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Calls;

/// <summary>The lists that the setting <c>api</c> allows.</summary>
internal static class CallLists
{
    public static IReadOnlyList<ICallList> Of(ApiChoice choice, string version, SecretFilter secrets)
    {
        var lists = new List<ICallList>();
        if (choice != ApiChoice.V2)
        {
            lists.Add(new V1CallList(version, secrets));
        }

        if (choice != ApiChoice.V1)
        {
            lists.Add(new V2CallList(version, secrets));
        }

        return lists;
    }
}
