using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CitizenFX.Core;
using FxServer;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Counts the objects reachable from a running resource's scripts and its assembly's static fields. The process's memory would
/// say little, because both stand-ins log everything they see.
/// </summary>
internal static class ObjectGraphCounter
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static int Count(FxResource resource)
    {
        var scripts = Scripts(resource);
        var product = scripts[0].GetType().Assembly;
        var roots = product.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(Statics))
            .Where(field => !field.IsLiteral)
            .Select(field => field.GetValue(null));
        return Walk([.. scripts, .. roots]);
    }

    private static List<BaseScript> Scripts(FxResource resource)
    {
        var runtime = typeof(FxResource).GetProperty("Runtime", Fields)!.GetValue(resource)!;
        return (List<BaseScript>)runtime.GetType().GetField("_scripts", Fields)!.GetValue(runtime)!;
    }

    private static int Walk(List<object?> roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var next = new Stack<object>();
        roots.ForEach(root => Add(root, seen, next));
        while (next.TryPop(out var item))
        {
            foreach (var child in item is Array array ? Items(array) : Members(item))
            {
                Add(child, seen, next);
            }
        }

        return seen.Count;
    }

    private static void Add(object? item, HashSet<object> seen, Stack<object> next)
    {
        if (item is not null && !IsOfTheServer(item.GetType()) && (item.GetType().IsValueType || seen.Add(item)))
        {
            next.Push(item);
        }
    }

    // Objects of the server, the test or the runtime don't belong to the resource: don't follow them.
    private static bool IsOfTheServer(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer
        || type.Assembly == typeof(ObjectGraphCounter).Assembly
        || (type.Assembly == typeof(GameServer).Assembly && !typeof(BaseScript).IsAssignableFrom(type))
        || typeof(MemberInfo).IsAssignableFrom(type)
        || type.Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("System.Threading", StringComparison.Ordinal) == true;

    private static IEnumerable<object?> Items(Array array) =>
        array.GetType().GetElementType() is { IsPrimitive: false, IsPointer: false } ? array.Cast<object?>() : [];

    private static IEnumerable<object?> Members(object item)
    {
        for (var type = item.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Fields).Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer))
            {
                yield return field.GetValue(item);
            }
        }
    }
}
