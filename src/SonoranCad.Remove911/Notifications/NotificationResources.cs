using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Which of the resources that show notifications run. The server is asked at the start, and then when one of them starts:
/// a message costs no question.
/// </summary>
internal sealed class NotificationResources
{
    private readonly IResourceStates _resourceStates;
    private readonly Dictionary<string, bool> _isRunning = new(StringComparer.Ordinal);

    public NotificationResources(IResourceStates resourceStates)
    {
        _resourceStates = resourceStates;
        foreach (var name in new[] { OxLibChannel.ResourceName, SonoranCadChannel.ResourceName })
        {
            _isRunning[name] = resourceStates.GetState(name) == "started";
        }
    }

    /// <summary>Raised when one of them came or went.</summary>
    public event Action? Changed;

    public bool IsRunning(string resource) => _isRunning.TryGetValue(resource, out var isRunning) && isRunning;

    /// <summary>A resource starts. While the server tells so it may still be «starting».</summary>
    public void OnStarting(string resource)
    {
        if (_isRunning.ContainsKey(resource))
        {
            Set(resource, _resourceStates.GetState(resource) is "started" or "starting");
        }
    }

    /// <summary>A resource stops: it counts as gone, whatever the server says of it until it is.</summary>
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
