using System;

namespace CitizenFX.Core;

/// <summary>The parameter takes who fired the event (a <see cref="Player"/> or a string) instead of an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromSourceAttribute : Attribute
{
}
