using System.Collections.Generic;
using System.Globalization;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Notifications;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxPlayerDirectory : IPlayerDirectory
{
    private readonly PlayerList _players;
    private readonly Notifier _notifier;

    public CfxPlayerDirectory(PlayerList players, Notifier notifier)
    {
        _players = players;
        _notifier = notifier;
    }

    public IReadOnlyList<int> GetOnline()
    {
        var online = new List<int>();
        foreach (var player in _players)
        {
            if (int.TryParse(player.Handle, NumberStyles.None, CultureInfo.InvariantCulture, out var source))
            {
                online.Add(source);
            }
        }

        return online;
    }

    public bool IsAllowed(int source, string ace) => API.IsPlayerAceAllowed(ToHandle(source), ace);

    public Requester Describe(int source) => Requester.Player(
        source,
        API.GetPlayerName(ToHandle(source)),
        API.GetPlayerIdentifierByType(ToHandle(source), "license"));

    public void Notify(int source, Phrase line, Tone tone) => _notifier.Show(source, line, tone);

    private static string ToHandle(int source) => source.ToString(CultureInfo.InvariantCulture);
}
