using System;

namespace CitizenFX.Core;

/// <summary>Fills the parameter with the event's source (a <see cref="Player"/> or a string) instead of an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromSourceAttribute : Attribute
{
}
