using System.Collections.Generic;
using System.Globalization;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxPlayers : IPlayers
{
    private const string Title = "911";

    private static readonly int[] Green = { 102, 187, 106 };
    private static readonly int[] Amber = { 255, 167, 38 };

    private readonly PlayerList _players;

    public CfxPlayers(PlayerList players)
    {
        _players = players;
    }

    public bool IsAllowed(int source, string ace) => API.IsPlayerAceAllowed(Text(source), ace);

    public Requester Describe(int source) => Requester.Player(
        source,
        API.GetPlayerName(Text(source)),
        API.GetPlayerIdentifierByType(Text(source), "license"));

    public void Tell(int source, string line, bool good)
    {
        if (!API.DoesPlayerExist(Text(source)))
        {
            return;
        }

        _players[source].TriggerEvent("chat:addMessage", new Dictionary<string, object>
        {
            ["color"] = good ? Green : Amber,
            ["multiline"] = true,
            ["args"] = new[] { Title, line },
        });
    }

    private static string Text(int source) => source.ToString(CultureInfo.InvariantCulture);
}
