using CitizenFX.Core;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxLocalEvents : ILocalEvents
{
    public void Raise(string eventName, params object[] args) => BaseScript.TriggerEvent(eventName, args);
}
