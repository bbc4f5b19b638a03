using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>
/// Reads which types of a DLL refer to which others of the same DLL, as the compiler bound them. A nested or compiler-generated
/// type counts as its outermost type. Constants and nameof leave no trace in a DLL.
/// </summary>
internal static class CecilReferences
{
    /// <summary>The full names of the types in the source, without nested ones.</summary>
    public static IReadOnlyList<string> Types(string dll)
    {
        using var module = ModuleDefinition.ReadModule(dll);
        return [.. module.Types.Where(IsWritten).Select(CecilNames.Full)];
    }

    public static IReadOnlyList<CodeReference> Read(string dll)
    {
        using var module = ModuleDefinition.ReadModule(dll);
        var references = from type in module.GetTypes()
                         let outermost = CecilNames.Outermost(type)
                         where IsWritten(outermost)
                         from member in Members(type)
                         from named in member.Types.OfType<TypeDefinition>().Select(CecilNames.Outermost)
                         where named != outermost && IsWritten(named)
                         let name = CecilNames.Member(type, member.Name)
                         select new CodeReference(CecilNames.Full(outermost), name, CecilNames.Full(named));
        return [.. references.Distinct()];
    }

    // Skip what is not in the source: the compiler's own top-level types, such as <PrivateImplementationDetails>, and the
    // polyfills.
    private static bool IsWritten(TypeDefinition type) =>
        !type.Name.StartsWith('<') && type.Namespace is not ("System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis");

    private static IEnumerable<(string Name, IEnumerable<TypeReference> Types)> Members(TypeDefinition type) =>
    [
        ("type", InDeclaration(type)),
        .. type.Fields.Select(field => (field.Name, NamedTypes.Of(field.FieldType).Concat(NamedTypes.InAttributes(field)))),

        // The accessors cover the types of properties and events.
        .. type.Properties.Select(property => (property.Name, NamedTypes.InAttributes(property))),
        .. type.Events.Select(raised => (raised.Name, NamedTypes.InAttributes(raised))),
        .. type.Methods.Select(method => (method.Name, InMethod(method))),
    ];

    private static IEnumerable<TypeReference> InDeclaration(TypeDefinition type) =>
    [
        .. NamedTypes.Of(type.BaseType),
        .. NamedTypes.InGenericParameters(type),
        .. NamedTypes.InAttributes(type),
        .. type.Interfaces.SelectMany(implemented => NamedTypes.Of(implemented.InterfaceType)),
        .. type.Interfaces.SelectMany(NamedTypes.InAttributes),
    ];

    private static IEnumerable<TypeReference> InMethod(MethodDefinition method) =>
    [
        .. NamedTypes.InSignature(method),
        .. NamedTypes.InGenericParameters(method),
        .. NamedTypes.InAttributes(method),
        .. NamedTypes.InAttributes(method.MethodReturnType),
        .. method.Parameters.SelectMany(NamedTypes.InAttributes),
        .. method.Overrides.SelectMany(NamedTypes.InOperand),
        .. method.HasBody ? InBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> InBody(MethodBody body) =>
    [
        .. body.Variables.SelectMany(local => NamedTypes.Of(local.VariableType)),
        .. body.ExceptionHandlers.SelectMany(handler => NamedTypes.Of(handler.CatchType)),
        .. body.Instructions.SelectMany(instruction => NamedTypes.InOperand(instruction.Operand)),
    ];
}
