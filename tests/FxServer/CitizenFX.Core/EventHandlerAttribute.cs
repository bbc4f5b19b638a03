using System;

namespace CitizenFX.Core;

/// <summary>Adds the method as a handler of the event once its script was made.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class EventHandlerAttribute : Attribute
{
    public readonly string Name;

    public EventHandlerAttribute(string name) => Name = name;
}
