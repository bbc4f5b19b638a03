using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxResourceFiles(string resource) : IResourceFiles
{
    public string? Read(string name) => API.LoadResourceFile(resource, name);
}
