using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxResourceStates : IResourceStates
{
    public string State(string resource) => API.GetResourceState(resource) ?? string.Empty;
}
