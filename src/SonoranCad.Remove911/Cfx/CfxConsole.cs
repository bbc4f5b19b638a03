using CitizenFX.Core;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxConsole : IServerConsole
{
    // The overload with one string: the other one reads braces as placeholders.
    public void WriteLine(string line) => Debug.WriteLine(line);
}
