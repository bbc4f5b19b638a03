using System.Collections.Generic;
using System.Globalization;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxPlayers : IPlayers
{
    private const string Title = "911";

    private static readonly int[] Green = { 102, 187, 106 };
    private static readonly int[] Amber = { 255, 167, 38 };

    private readonly PlayerList _players;
    private readonly Localizer _localizer;

    public CfxPlayers(PlayerList players, Localizer localizer)
    {
        _localizer = localizer;
        _players = players;
    }

    public bool IsAllowed(int source, string ace) => API.IsPlayerAceAllowed(Text(source), ace);

    public Requester Describe(int source) => Requester.Player(
        source,
        API.GetPlayerName(Text(source)),
        API.GetPlayerIdentifierByType(Text(source), "license"));

    public void Tell(int source, Phrase line, Tone tone)
    {
        if (!API.DoesPlayerExist(Text(source)))
        {
            return;
        }

        _players[source].TriggerEvent("chat:addMessage", new Dictionary<string, object>
        {
            ["color"] = tone == Tone.Warning ? Amber : Green,
            ["multiline"] = true,
            ["args"] = new[] { Title, _localizer.Text(line) },
        });
    }

    private static string Text(int source) => source.ToString(CultureInfo.InvariantCulture);
}
