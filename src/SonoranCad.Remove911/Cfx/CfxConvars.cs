using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxConvars : IConvars
{
    // No convar has this value, so as the default it tells an empty convar from one that can't be read.
    private const string Unreadable = "\u0001";

    public string? Get(string name) => API.GetConvar(name, Unreadable) is { } value && value != Unreadable ? value : null;
}
