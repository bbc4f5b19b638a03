using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CadServer;
using FxServer;
using Playground.Scene;

namespace Playground.Web;

/// <summary>What the page shows as it is now, apart from what scrolls by.</summary>
internal static class PageState
{
    private const int MaxCleared = 50;

    public static object Read(World world, bool isWaiting) => new
    {
        isWaiting,
        isLive = world.Live is not null,
        cad = world.Live?.Host,
        command = world.Command,
        players = world.Server.Players.Select(player => Player(world, player)),
        resources = new Dictionary<string, bool>
        {
            ["ox_lib"] = world.Server.IsRunning("ox_lib"),
            [SonoranCadResource.ResourceName] = world.Server.IsRunning(SonoranCadResource.ResourceName),
        },
        faults = FaultChoice.All,
        fault = FaultChoice.WordsOf(world.Cad.Faults.Lasting ?? CadFault.None),
        faultsPending = world.Cad.Faults.Pending,
        open = world.Cad.OpenCalls(world.Community).Reverse().Select(Call),
        cleared = world.Cad.ClearedCalls(world.Community).Reverse().Take(MaxCleared).Select(Call),
    };

    private static object Player(World world, FxPlayer player) => new
    {
        id = player.NetId,
        name = player.Name,
        mayClear = world.MayClear(player),
        suggestions = player.Suggestions.Select(offered => new
        {
            name = offered.Name,
            help = offered.Help,
            parameters = offered.Params.Select(parameter => new { name = parameter.Name, help = parameter.Help }),
        }),
    };

    private static object Call(CadCall call) => new
    {
        id = call.CallId,
        caller = call.Caller,
        location = call.Location,
        description = call.Description,
        time = call.Updated.ToString("O", CultureInfo.InvariantCulture),
    };
}
