using System;
using SonoranCad.Remove911.Notifications;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Hears that resources start and stop, this one too. A client can fire these events: only an empty source counts.</summary>
/// <param name="resources">The resources that show notifications.</param>
/// <param name="ownName">This resource's name.</param>
/// <param name="onOwnStop">What to do when this resource stops.</param>
internal sealed class ResourceEventHandler(NotificationResources resources, string ownName, Action onOwnStop)
{
    public const string StartEvent = "onResourceStart";
    public const string StopEvent = "onResourceStop";

    public void OnStart(string source, object? resource)
    {
        if (EventSource.IsServer(source) && resource is string name)
        {
            resources.OnStarting(name);
        }
    }

    public void OnStop(string source, object? resource)
    {
        if (!EventSource.IsServer(source) || resource is not string name)
        {
            return;
        }

        resources.OnStopping(name);
        if (name == ownName)
        {
            onOwnStop();
        }
    }
}
