namespace SonoranCad.Remove911.Notifications;

/// <summary>Tracks which resources that show messages are running. Asks the server only when one starts, so a message costs no query.</summary>
internal sealed class NotificationResources(IResourceStates resourceStates)
{
    private readonly Dictionary<string, bool> _isRunning =
        new[] { OxLibChannel.ResourceName, SonoranCadChannel.ResourceName, ChatChannel.ResourceName }
            .ToDictionary(resource => resource, resource => resourceStates.GetState(resource) == "started", StringComparer.Ordinal);

    public event Action? Changed;

    public bool IsRunning(string resource) => _isRunning.TryGetValue(resource, out var isRunning) && isRunning;

    /// <summary>Whether the resource runs in a version that shows notifications. Asks the server.</summary>
    public bool CanNotify(string resource) => IsRunning(resource)
        && (resource != SonoranCadChannel.ResourceName || SonoranCadChannel.IsInVersion(resourceStates.GetVersion(resource)));

    /// <summary>Handles the start of a resource. Its state may still be "starting" while the server raises the event.</summary>
    public void OnStarting(string resource)
    {
        if (_isRunning.ContainsKey(resource))
            Set(resource, resourceStates.GetState(resource) is "started" or "starting");
    }

    /// <summary>Handles the stop of a resource. It counts as stopped, whatever state the server still reports.</summary>
    public void OnStopping(string resource) => Set(resource, isRunning: false);

    private void Set(string resource, bool isRunning)
    {
        if (_isRunning.TryGetValue(resource, out var wasRunning) && wasRunning != isRunning)
        {
            _isRunning[resource] = isRunning;
            Changed?.Invoke();
        }
    }
}
