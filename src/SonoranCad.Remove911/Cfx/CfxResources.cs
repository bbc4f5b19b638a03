using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxResources : IResources
{
    public string State(string resource) => API.GetResourceState(resource) ?? string.Empty;
}
