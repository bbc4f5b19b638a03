using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;

namespace CitizenFX.Core;

/// <summary>The players online.</summary>
public class PlayerList : IEnumerable<Player>
{
    /// <summary>A player by network id. There is always one: whether somebody has that id shows when it is used.</summary>
    public Player this[int netId] => new Player(netId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The player of that name, without case; null if there is none.</summary>
    public Player? this[string name] =>
        this.FirstOrDefault(player => string.Equals(player.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerator<Player> GetEnumerator() =>
        ScriptScope.Require("Players").Server.Players.Select(Player.Of).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
