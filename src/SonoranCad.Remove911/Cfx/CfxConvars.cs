using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxConvars : IConvars
{
    public string Get(string name) => API.GetConvar(name, string.Empty) ?? string.Empty;
}
