using System.Text.RegularExpressions;
using Mono.Cecil;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>The source names of types and members, derived from compiled names.</summary>
internal static partial class CecilNames
{
    public static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    public static string Full(TypeDefinition type) => type.FullName.Split('`')[0];

    /// <summary>
    /// The member in the source: for a lambda, a local function or an iterator the enclosing method; for an accessor the
    /// property or event; for a nested type, its name first.
    /// </summary>
    public static string Member(TypeDefinition type, string name)
    {
        var path = name;
        for (var nested = type; nested.DeclaringType is not null; nested = nested.DeclaringType)
        {
            path = nested.Name.Split('`')[0] + "." + path;
        }

        return Inside().Match(path) is { Success: true } generated
            ? generated.Groups[1].Value
            : Accessor().Replace(path, string.Empty);
    }

    // Matches <TryEnqueue>b__0, <Find>d__5.MoveNext and <Length>k__BackingField.
    [GeneratedRegex(@"<(\.?\w+)>")]
    private static partial Regex Inside();

    [GeneratedRegex(@"\b(?:get|set|add|remove)_")]
    private static partial Regex Accessor();
}
