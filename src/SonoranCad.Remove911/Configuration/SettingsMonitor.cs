namespace SonoranCad.Remove911.Configuration;

/// <summary>The settings in use. A reload replaces them: read a setting at each use, or subscribe to <see cref="Changed"/>.</summary>
internal sealed class SettingsMonitor(Settings current)
{
    public event Action? Changed;

    public Settings Current { get; private set; } = current;

    public void Update(Settings settings)
    {
        Current = settings;
        Changed?.Invoke();
    }
}
