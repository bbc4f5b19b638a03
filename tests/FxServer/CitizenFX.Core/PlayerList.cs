using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FxServer;

namespace CitizenFX.Core;

public class PlayerList : IEnumerable<Player>
{
    /// <summary>A player by server id. Never null: only its use shows whether somebody has that id.</summary>
    public Player this[int netId] => new Player(netId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The player with that name, case-insensitive; null if there is none.</summary>
    public Player? this[string name] =>
        this.FirstOrDefault(player => string.Equals(player.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerator<Player> GetEnumerator() =>
        ScriptScope.Require("Players").Server.Players.Select(Player.Of).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
