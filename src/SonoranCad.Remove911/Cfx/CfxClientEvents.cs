using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxClientEvents(PlayerList players) : IClientEvents
{
    public void Send(int source, string eventName, params object[] args)
    {
        if (API.DoesPlayerExist(source.ToString(CultureInfo.InvariantCulture)))
        {
            players[source].TriggerEvent(eventName, args);
        }
    }
}
