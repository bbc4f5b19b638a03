using System;
using CitizenFX.Core;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Hears that a resource stops, which a client can pretend: only an empty source and our own name count.</summary>
internal sealed class StopEventHandler
{
    public const string EventName = "onResourceStop";

    private readonly string _resource;
    private readonly Action _stop;
    private readonly ExceptionGuard _guard;

    public StopEventHandler(string resource, Action stop, ExceptionGuard guard)
    {
        _resource = resource;
        _stop = stop;
        _guard = guard;
    }

    public void OnStop([FromSource] string source, object resource)
    {
        try
        {
            if (EventSource.IsServer(source) && resource is string name && name == _resource)
            {
                _stop();
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(EventName, e);
        }
    }
}
