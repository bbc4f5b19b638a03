namespace System.Runtime.CompilerServices;

// The compiler needs these types for required members, and netstandard2.0 lacks them.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}

/// <summary>The compiler needs this type for init-only properties, and netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
