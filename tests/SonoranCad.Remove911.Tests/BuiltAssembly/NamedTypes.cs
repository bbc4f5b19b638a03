using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>Resolves signatures and operands of a DLL to the plain types that they contain.</summary>
internal static class NamedTypes
{
    public static IEnumerable<TypeReference> Of(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Of(generic.ElementType), .. generic.GenericArguments.SelectMany(Of)],
        FunctionPointerType pointer => InSignature(pointer),
        IModifierType modified => [.. Of(modified.ModifierType), .. Of(modified.ElementType)],
        TypeSpecification wrapped => Of(wrapped.ElementType),
        _ => [type],
    };

    public static IEnumerable<TypeReference> InSignature(IMethodSignature signature) =>
        [.. Of(signature.ReturnType), .. signature.Parameters.SelectMany(parameter => Of(parameter.ParameterType))];

    /// <summary>The operand of an instruction: a type, a field or a method; anything else is ignored.</summary>
    public static IEnumerable<TypeReference> InOperand(object? operand) => operand switch
    {
        TypeReference type => Of(type),
        FieldReference field => [.. Of(field.DeclaringType), .. Of(field.FieldType)],
        GenericInstanceMethod method => [.. method.GenericArguments.SelectMany(Of), .. InOperand(method.ElementMethod)],
        MethodReference method => [.. Of(method.DeclaringType), .. InSignature(method)],
        CallSite call => InSignature(call),
        _ => [],
    };

    public static IEnumerable<TypeReference> InAttributes(ICustomAttributeProvider owner) =>
        from attribute in owner.CustomAttributes
        let named = attribute.Fields.Concat(attribute.Properties).Select(argument => argument.Argument)
        from type in InOperand(attribute.Constructor).Concat(attribute.ConstructorArguments.Concat(named).SelectMany(InArgument))
        select type;

    public static IEnumerable<TypeReference> InGenericParameters(IGenericParameterProvider owner) =>
        from parameter in owner.GenericParameters
        from type in InAttributes(parameter).Concat(parameter.Constraints.SelectMany(constraint => Of(constraint.ConstraintType)))
        select type;

    private static IEnumerable<TypeReference> InArgument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [.. Of(argument.Type), .. Of(type)],
        CustomAttributeArgument boxed => InArgument(boxed),
        CustomAttributeArgument[] array => [.. Of(argument.Type), .. array.SelectMany(InArgument)],
        _ => Of(argument.Type),
    };
}
