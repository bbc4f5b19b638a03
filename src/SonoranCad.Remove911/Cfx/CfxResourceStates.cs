using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxResourceStates : IResourceStates
{
    public string GetState(string resource) => API.GetResourceState(resource) ?? string.Empty;

    public string GetVersion(string resource) => API.GetResourceMetadata(resource, "version", 0) ?? string.Empty;
}
