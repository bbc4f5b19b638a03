using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>What the server provides, and tests replace.</summary>
internal sealed class ServerPorts
{
    public static ServerPorts Create(PlayerList players, IClock clock, Func<double> random)
    {
        var resource = new ResourceInfo(API.GetCurrentResourceName(), typeof(ServerPorts).Assembly.GetName().Version.ToString(3));
        var server = new CfxServer(players);
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
            Transport = server,
            LocalEvents = server,
            ClientEvents = server,
            ResourceStates = server,
            Exports = server,
            Players = server,
        };
    }

    public required ResourceInfo Resource { get; init; }
    public required IClock Clock { get; init; }

    /// <summary>Returns a number from 0 up to, but not including, 1: for the jitter of retries.</summary>
    public required Func<double> Random { get; init; }

    public required IServerConsole Console { get; init; }
    public required IConvars Convars { get; init; }
    public required IResourceFiles Files { get; init; }
    public required IAppendOnlyFiles AuditFiles { get; init; }
    public required IKeyValueStore Store { get; init; }
    public required IHttpTransport Transport { get; init; }
    public required ILocalEvents LocalEvents { get; init; }
    public required IClientEvents ClientEvents { get; init; }
    public required IResourceStates ResourceStates { get; init; }
    public required IResourceExports Exports { get; init; }
    public required IPlayerDirectory Players { get; init; }
}
