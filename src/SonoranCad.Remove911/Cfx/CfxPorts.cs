using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Creates the ports to the running server.</summary>
internal static class CfxPorts
{
    public static ServerPorts Create(PlayerList players, IClock clock, Func<double> random)
    {
        var resource = new ResourceInfo(API.GetCurrentResourceName(), typeof(CfxPorts).Assembly.GetName().Version.ToString(3));
        var server = new CfxServer();
        var files = new CfxResourceFiles(resource.Name);
        return new ServerPorts
        {
            Resource = resource,
            Clock = clock,
            Random = random,
            Console = server,
            Convars = server,
            Files = files,
            AuditFiles = files,
            Store = new CfxKeyValueStore(),
            Transport = new CfxHttpTransport(),
            LocalEvents = server,
            ClientEvents = new CfxClientEvents(players),
            ResourceStates = server,
            Exports = server,
            Players = new CfxPlayerDirectory(players),
        };
    }
}
