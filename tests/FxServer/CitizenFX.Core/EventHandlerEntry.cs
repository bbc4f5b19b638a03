using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using FxServer;

namespace CitizenFX.Core;

/// <summary>One script's handlers of one event.</summary>
public class EventHandlerEntry
{
    private readonly string _eventName;
    private readonly ScriptRuntime _runtime;
    private readonly List<Delegate> _handlers = new List<Delegate>();

    public EventHandlerEntry(string eventName)
    {
        _eventName = eventName;
        _runtime = ScriptScope.Require("new EventHandlerEntry");
    }

    public static EventHandlerEntry operator +(EventHandlerEntry entry, Delegate deleg)
    {
        ScriptScope.Require("EventHandlers +=");
        lock (entry._handlers)
        {
            entry._handlers.Add(deleg);
        }

        return entry;
    }

    public static EventHandlerEntry operator -(EventHandlerEntry entry, Delegate deleg)
    {
        ScriptScope.Require("EventHandlers -=");
        entry.Remove(deleg);
        return entry;
    }

    /// <summary>
    /// Runs each handler in turn. One that throws, in its body or while its arguments are converted, is removed for good.
    /// </summary>
    internal async Task InvokeAsync(string source, object?[] args)
    {
        Delegate[] handlers;
        lock (_handlers)
        {
            handlers = _handlers.ToArray();
        }

        foreach (var handler in handlers)
        {
            try
            {
                if (ParameterConversion.Invoke(handler, source, args) is Task task)
                {
                    await task;
                }
            }
            catch (Exception failure)
            {
                // This may run on a pool thread by now, but the server itself may print from any thread.
                _runtime.Server.Console.WriteLine($"Error invoking callback for event {_eventName}: {failure}");
                Remove(handler);
            }
        }
    }

    private void Remove(Delegate handler)
    {
        lock (_handlers)
        {
            _handlers.Remove(handler);
        }
    }
}
