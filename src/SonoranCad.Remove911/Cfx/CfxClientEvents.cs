using System.Globalization;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxClientEvents : IClientEvents
{
    private readonly PlayerList _players;

    public CfxClientEvents(PlayerList players)
    {
        _players = players;
    }

    public void Send(int source, string eventName, params object[] args)
    {
        if (API.DoesPlayerExist(source.ToString(CultureInfo.InvariantCulture)))
        {
            _players[source].TriggerEvent(eventName, args);
        }
    }
}
