using System;
using System.Collections;
using System.Collections.Generic;
using FxServer;

namespace CitizenFX.Core;

/// <summary>A player's identifiers. Enumerated, they include their type; looked up by type, they don't.</summary>
public class IdentifierCollection : IEnumerable<string>
{
    private readonly Player _player;

    internal IdentifierCollection(Player player) => _player = player;

    public string? this[string type]
    {
        get
        {
            foreach (var identifier in this)
            {
                if (identifier.StartsWith(type + ":", StringComparison.Ordinal))
                {
                    return identifier.Substring(type.Length + 1);
                }
            }

            return null;
        }
    }

    public IEnumerator<string> GetEnumerator()
    {
        var player = ScriptScope.Require("Player.Identifiers").Server.FindPlayer(_player.Handle);
        return (player?.Identifiers ?? []).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
