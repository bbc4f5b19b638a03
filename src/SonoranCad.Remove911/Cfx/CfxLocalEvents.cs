using CitizenFX.Core;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxLocalEvents : ILocalEvents
{
    public void Raise(string eventName, params object[] args) => BaseScript.TriggerEvent(eventName, args);
}
