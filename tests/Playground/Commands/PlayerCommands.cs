using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>The players online, and their permission.</summary>
internal sealed class PlayerCommands
{
    private readonly World _world;
    private readonly Screen _screen;

    public PlayerCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("players", "shows who is online", _ => Players()),
        new("grant PLAYER", "gives a player the permission to clear calls", text => Change(text, _world.Grant)),
        new("revoke PLAYER", "revokes the permission", text => Change(text, _world.Revoke)),
    ];

    public PromptResult Players()
    {
        _screen.Table(["Player", "Name", "Permission " + _world.Permission], _world.Server.Players.Select(player =>
            new[] { Number(player), player.Name, _world.MayClear(player) ? "yes" : "no" }));
        return PromptResult.Done;
    }

    private static string Number(FxPlayer player) => player.NetId.ToString(CultureInfo.InvariantCulture);

    private PromptResult Change(string number, Action<FxPlayer> change)
    {
        var player = _world.Server.Players.FirstOrDefault(one => Number(one) == number);
        if (player is null)
        {
            return PromptResult.Failed($"There is no player \"{number}\". Type players for a list.");
        }

        change(player);
        _screen.Say($"{player.Name} {(_world.MayClear(player) ? "has" : "does not have")} the permission {_world.Permission}.");
        return PromptResult.Done;
    }
}
