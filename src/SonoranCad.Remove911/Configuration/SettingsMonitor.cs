using System;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The settings in use. Who needs one reads it from here at each use, or hears of <see cref="Changed"/>.</summary>
internal sealed class SettingsMonitor(Settings current)
{
    /// <summary>Raised after <see cref="Current"/> has changed.</summary>
    public event Action? Changed;

    public Settings Current { get; private set; } = current;

    public void Update(Settings settings)
    {
        Current = settings;
        Changed?.Invoke();
    }
}
