using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxResourceStates : IResourceStates
{
    public string GetState(string resource) => API.GetResourceState(resource) ?? string.Empty;
}
