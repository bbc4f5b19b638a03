using System;
using System.Collections.Generic;

// Each class refers to a type in a different way; CecilReferences must see all of them.
namespace SonoranCad.Remove911.Tests.BuiltAssembly;

internal class Target
{
    public static object? Anything { get; set; }

    public static void Call()
    {
    }
}

[AttributeUsage(AttributeTargets.All)]
internal sealed class MarkAttribute(params Type[] types) : Attribute
{
    public Type[] Types { get; } = types;
}

internal interface ITarget<T>;

internal sealed class TargetException : Exception;

internal sealed class ByBaseType : Target;

internal sealed class ByInterface : ITarget<string>;

internal sealed class ByField
{
    public Target? Value = Target.Anything as Target;
}

internal sealed class ByParameter
{
    public static void Take(Target[] values) => _ = values;
}

internal sealed class ByReturnType
{
    public static Target? Give() => null;
}

internal sealed class ByGenericArgument
{
    public static object Make() => new List<Func<Target>>();
}

internal sealed class ByConstraint<T>
    where T : Target;

[Mark]
internal sealed class ByAttribute;

[Mark(typeof(string), typeof(Target))]
internal sealed class ByAttributeArgument;

internal sealed class ByCatch
{
    public static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (TargetException)
        {
            throw new InvalidOperationException();
        }
    }
}

internal sealed class ByCall
{
    public static void Make() => Target.Call();
}

internal sealed class ByLdtoken
{
    public static string Name() => typeof(Target).Name;
}

internal sealed class ByGenericCall
{
    public static object Make() => Activator.CreateInstance<Target>();
}

internal sealed class ByLocal
{
    public static bool Is(object value)
    {
        var target = value as Target;
        return target is not null && target.Equals(value);
    }
}

internal sealed class ByLambda
{
    public static Func<object> Make(int count) => () => count > 0 ? new Target() : count;
}

internal sealed class ByIterator
{
    public static IEnumerable<object> Make()
    {
        yield return new Target();
    }
}

internal sealed class ByNestedType
{
    internal sealed class Inner
    {
        public static void Make() => Target.Call();
    }
}
