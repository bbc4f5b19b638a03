using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Creates the ports to the running server.</summary>
internal static class CfxPorts
{
    public static ServerPorts Create(PlayerList players, IClock clock, Func<double> random)
    {
        var resource = new ResourceInfo(API.GetCurrentResourceName(), typeof(CfxPorts).Assembly.GetName().Version.ToString(3));
        return new ServerPorts
        {
            Resource = resource,
            Clock = clock,
            Random = random,
            Console = new CfxConsole(),
            Convars = new CfxConvars(),
            Files = new CfxResourceFiles(resource.Name),
            AuditFiles = new CfxAppendOnlyFiles(resource.Name),
            Store = new CfxKeyValueStore(),
            Transport = new CfxHttpTransport(),
            LocalEvents = new CfxLocalEvents(),
            ClientEvents = new CfxClientEvents(players),
            ResourceStates = new CfxResourceStates(),
            Players = new CfxPlayerDirectory(players),
        };
    }
}
