namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>One type of a DLL that refers to another of it, by full names.</summary>
/// <param name="From">The outermost type that the reference belongs to.</param>
/// <param name="Member">The member of it that refers; <c>type</c> for what the declaration says itself.</param>
/// <param name="To">The outermost type referred to.</param>
internal readonly record struct CodeReference(string From, string Member, string To);
