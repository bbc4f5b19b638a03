using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using FxServer;

namespace CitizenFX.Core;

/// <summary>A script's event handlers by event name, without case.</summary>
public class EventHandlerDictionary : Dictionary<string, EventHandlerEntry>
{
    public EventHandlerDictionary()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The event's entry, made (and the resource registered for the event) when first asked for. Setting does nothing.</summary>
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
            // += ends in this setter, with the entry that the getter gave out.
        }
    }

    public void Add(string key, Delegate value) => this[key] += value;

    internal Task InvokeAsync(string eventName, string source, object?[] args) =>
        TryGetValue(eventName, out var entry) ? entry.InvokeAsync(source, args) : Task.CompletedTask;
}
