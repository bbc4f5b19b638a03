using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>.NET's class of this name, which Mono lacks.</summary>
internal sealed class ReferenceEqualityComparer : IEqualityComparer<object>
{
    public static ReferenceEqualityComparer Instance { get; } = new();

    public new bool Equals(object? left, object? right) => ReferenceEquals(left, right);

    public int GetHashCode(object item) => RuntimeHelpers.GetHashCode(item);
}
