using System;
using CitizenFX.Core;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Notifications;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Hears that resources start and stop, which a client can pretend: only an empty source counts.</summary>
internal sealed class ResourceEventHandler
{
    public const string Start = "onResourceStart";
    public const string Stop = StopEventHandler.Name;

    private readonly NotificationResources _neighbours;
    private readonly ExceptionGuard _guard;

    public ResourceEventHandler(NotificationResources neighbours, ExceptionGuard guard)
    {
        _neighbours = neighbours;
        _guard = guard;
    }

    public void OnStart([FromSource] string source, object resource)
    {
        try
        {
            if (EventSource.IsServer(source) && resource is string name)
            {
                _neighbours.Starts(name);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(Start, e);
        }
    }

    public void OnStop([FromSource] string source, object resource)
    {
        try
        {
            if (EventSource.IsServer(source) && resource is string name)
            {
                _neighbours.Stops(name);
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(Stop, e);
        }
    }
}
