using System;

namespace CitizenFX.Core;

/// <summary>Adds the method as a tick handler once its script was made.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TickAttribute : Attribute
{
}
