using System;
using CitizenFX.Core;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Notifications;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Hears that resources start and stop, which a client can pretend: only an empty source counts.</summary>
internal sealed class ResourceEventHandler
{
    public const string StartEvent = "onResourceStart";
    public const string StopEvent = StopEventHandler.EventName;

    private readonly NotificationResources _resources;
    private readonly ExceptionGuard _guard;

    public ResourceEventHandler(NotificationResources resources, ExceptionGuard guard)
    {
        _resources = resources;
        _guard = guard;
    }

    public void OnStart([FromSource] string source, object resource)
    {
        try
        {
            if (EventSource.IsServer(source) && resource is string name)
            {
                _resources.OnStarting(name);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(StartEvent, e);
        }
    }

    public void OnStop([FromSource] string source, object resource)
    {
        try
        {
            if (EventSource.IsServer(source) && resource is string name)
            {
                _resources.OnStopping(name);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(StopEvent, e);
        }
    }
}
