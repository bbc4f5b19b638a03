using System;

namespace CitizenFX.Core;

/// <summary>Registers the method as a tick handler after its script is created.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TickAttribute : Attribute
{
}
