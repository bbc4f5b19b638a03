using System;

namespace CitizenFX.Core;

/// <summary>Registers the method as an event handler after its script is created.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class EventHandlerAttribute : Attribute
{
    public readonly string Name;

    public EventHandlerAttribute(string name) => Name = name;
}
