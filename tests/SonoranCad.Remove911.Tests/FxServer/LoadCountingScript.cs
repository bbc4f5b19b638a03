using System;
using System.Collections.Generic;
using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>Counts its instances since its assembly was loaded.</summary>
public sealed class LoadCountingScript : BaseScript
{
    public LoadCountingScript()
    {
        InstanceCount++;
        API.RegisterCommand(
            "loaded",
            new Action<int, List<object>, string>((_, _, _) => Debug.WriteLine($"{API.GetCurrentResourceName()} {InstanceCount}")),
            false);
    }

    public static int InstanceCount { get; private set; }
}
