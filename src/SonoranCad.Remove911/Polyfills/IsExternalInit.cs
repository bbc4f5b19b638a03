namespace System.Runtime.CompilerServices;

/// <summary>The compiler needs this type for init-only properties, and netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
