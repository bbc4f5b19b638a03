using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using FxServer;

namespace CitizenFX.Core;

/// <summary>A script's event handlers by event name, case-insensitive.</summary>
public class EventHandlerDictionary : Dictionary<string, EventHandlerEntry>
{
    public EventHandlerDictionary()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>
    /// The event's entry. The first access creates it and registers the resource for the event. The setter does nothing.
    /// </summary>
    public new EventHandlerEntry this[string key]
    {
        get
        {
            var runtime = ScriptScope.Require("EventHandlers[]");
            if (!TryGetValue(key, out var entry))
            {
                runtime.RegisterForEvent(key);
                entry = new EventHandlerEntry(key);
                Add(key, entry);
            }

            return entry;
        }

        set
        {
            // += calls this setter with the entry that the getter returned.
        }
    }

    public void Add(string key, Delegate value) => this[key] += value;

    internal Task InvokeAsync(string eventName, string source, object?[] args) =>
        TryGetValue(eventName, out var entry) ? entry.InvokeAsync(source, args) : Task.CompletedTask;
}
