using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using CitizenFX.Core;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>
/// The stand-in may only offer what the server's own assembly has: anything else would hide what fails on a real server.
/// </summary>
public sealed class SurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(Task)] = "Task",
    };

    [Fact]
    public void EveryVisibleMemberExistsInRealServer()
    {
        var surface = ReadSurface();
        var kinder = new List<string>();
        foreach (var type in VisibleTypes())
        {
            var known = surface.GetValueOrDefault(type.FullName!, []);
            kinder.AddRange(MembersOf(type).Where(member => !known.Contains(member)).Select(member => $"{type.FullName}: {member}"));
        }

        Assert.Empty(kinder);
    }

    [Fact]
    public void EveryListedNativeIsImplemented()
    {
        const string api = "CitizenFX.Core.Native.API";
        var type = VisibleTypes().Single(candidate => candidate.FullName == api);

        Assert.Empty(ReadSurface()[api].Except(MembersOf(type)));
    }

    private static IEnumerable<Type> VisibleTypes() => typeof(BaseScript).Assembly.GetTypes()
        .Where(type => type.IsVisible && type.Namespace!.StartsWith("CitizenFX.Core", StringComparison.Ordinal));

    private static Dictionary<string, HashSet<string>> ReadSurface()
    {
        using var stream = typeof(SurfaceTests).Assembly.GetManifestResourceStream("citizenfx-surface.txt")!;
        using var reader = new StreamReader(stream);
        var surface = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                members = [];
                surface[line.Split(' ').First(word => word.StartsWith("CitizenFX.Core.", StringComparison.Ordinal))] = members;
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(line.Trim()
                    .Replace("CitizenFX.Core.Native.", "", StringComparison.Ordinal)
                    .Replace("object /*dynamic*/", "object", StringComparison.Ordinal));
            }
        }

        return surface;
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        var methods = type.GetMethods(Declared).Where(IsVisible).Select(method =>
            $"{Access(method)}{Kind(method)} {Name(method.ReturnType)} {method.Name}({Parameters(method)})");
        var constructors = type.GetConstructors(Declared).Where(IsVisible).Select(constructor =>
            $"{Access(constructor)} .ctor({Parameters(constructor)})");
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field =>
            $"field {Name(field.FieldType)} {field.Name}");
        return methods.Concat(constructors).Concat(fields);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method)
    {
        if (method.IsPublic)
        {
            return "public";
        }

        return method.IsFamily ? "protected" : "protected internal";
    }

    private static string Kind(MethodInfo method)
    {
        if (method.IsStatic)
        {
            return " static";
        }

        return method.IsVirtual && !method.IsFinal ? " virtual" : "";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "") + $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var name = definition == typeof(Task<>) ? "Task" : definition.FullName!.Split('`')[0];
            return $"{name}<{string.Join(",", type.GetGenericArguments().Select(Name))}>";
        }

        return Keywords.GetValueOrDefault(type) ?? type.FullName!.Replace("CitizenFX.Core.Native.", "", StringComparison.Ordinal);
    }
}
