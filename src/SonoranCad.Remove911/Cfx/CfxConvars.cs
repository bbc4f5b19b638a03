using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxConvars : IConvars
{
    public string Get(string name) => API.GetConvar(name, string.Empty) ?? string.Empty;
}
