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
    private readonly IResourceStates _resources;
    private readonly Dictionary<string, bool> _isUp = new(StringComparer.Ordinal);

    public NotificationResources(IResourceStates resources)
    {
        _resources = resources;
        foreach (var name in new[] { OxLibChannel.Resource, SonoranCadChannel.Resource })
        {
            _isUp[name] = resources.State(name) == "started";
        }
    }

    /// <summary>Raised when one of them came or went.</summary>
    public event Action? Changed;

    public bool IsUp(string resource) => _isUp.TryGetValue(resource, out var isUp) && isUp;

    /// <summary>A resource starts. While the server tells so it may still be «starting».</summary>
    public void Starts(string resource)
    {
        if (_isUp.ContainsKey(resource))
        {
            Set(resource, _resources.State(resource) is "started" or "starting");
        }
    }

    /// <summary>A resource stops: it counts as gone, whatever the server says of it until it is.</summary>
    public void Stops(string resource) => Set(resource, isUp: false);

    private void Set(string resource, bool isUp)
    {
        if (_isUp.TryGetValue(resource, out var was) && was != isUp)
        {
            _isUp[resource] = isUp;
            Changed?.Invoke();
        }
    }
}
