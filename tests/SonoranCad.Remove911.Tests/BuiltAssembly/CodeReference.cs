namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>A reference from one type of a DLL to another, by full names.</summary>
/// <param name="From">The outermost type that contains the reference.</param>
/// <param name="Member">The member that contains it, or <c>type</c> for the declaration itself.</param>
/// <param name="To">The outermost type referred to.</param>
internal readonly record struct CodeReference(string From, string Member, string To);
