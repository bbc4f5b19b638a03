using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxResourceFiles : IResourceFiles
{
    private readonly string _resource;

    public CfxResourceFiles(string resource)
    {
        _resource = resource;
    }

    public string? Read(string name) => API.LoadResourceFile(_resource, name);
}
